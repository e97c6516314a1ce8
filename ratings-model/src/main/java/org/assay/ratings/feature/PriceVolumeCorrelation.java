package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** Whether a token is traded when it rises or when it falls. */
record PriceVolumeCorrelation(int days) implements Feature {

    @Override
    public String id() {
        return "pvcorr" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.LIQUIDITY;
    }

    @Override
    public String definition() {
        return "correlation of daily returns and changes of ln volume (within a scope), " + days + " days";
    }

    @Override
    public String source() {
        return "Llorente, Michaely, Saar and Wang (2002)";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public int warmUpDays() {
        return days + 1 + FeatureContext.CARRIED_DAYS;
    }

    @Override
    public Set<FeatureInput> needs() {
        return Set.of(FeatureInput.CLOSE, FeatureInput.VOLUME);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Grid change = volumeChange(context);
        return Grids.rollingPairs(
                context,
                context.returns(),
                change,
                new Window(days, days * 2 / 3),
                (x, y, n) -> Statistics.covariance(x, y, n)
                        / Math.sqrt(Statistics.covariance(x, x, n) * Statistics.covariance(y, y, n)));
    }

    private static Grid volumeChange(FeatureContext context) {
        Grid log = Grids.map(context.positiveVolume(), StrictMath::log);
        Grid change = Grids.change(log, 1);
        Grid scope = context.panel().scope();
        Grid same = Grids.zip(scope, Grids.lag(scope, 1), (now, before) -> now == before ? 0 : Double.NaN);
        return Grids.zip(change, same, Double::sum);
    }
}
