package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** How closely the token follows the market. */
record MarketCorrelation(int days) implements Feature {

    @Override
    public String id() {
        return "corr" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.RISK;
    }

    @Override
    public String definition() {
        return "correlation of daily returns with the capitalisation-weighted return of the universe, " + days
                + " days";
    }

    @Override
    public String source() {
        return "Asness, Frazzini, Gormsen and Pedersen (2020)";
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
        return Set.of(FeatureInput.CLOSE, FeatureInput.MARKET_CAP, FeatureInput.UNIVERSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Grid market = Grids.everyToken(context.panel().tokens(), context.weightedMarketReturns());
        return Grids.rollingPairs(
                context,
                context.returns(),
                market,
                new Window(days, days * 2 / 3),
                (x, y, n) -> Statistics.covariance(x, y, n)
                        / Math.sqrt(Statistics.covariance(x, x, n) * Statistics.covariance(y, y, n)));
    }
}
