package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** Whether a day continues or takes back the day before. */
record Autocorrelation(int days) implements Feature {

    @Override
    public String id() {
        return "ac1_" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.LIQUIDITY;
    }

    @Override
    public String definition() {
        return "covariance of r(t) and r(t-1) over the variance of r, " + days + " days";
    }

    @Override
    public String source() {
        return "Roll (1984); Lo and MacKinlay (1988)";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public int warmUpDays() {
        return days + 2 + FeatureContext.CARRIED_DAYS;
    }

    @Override
    public Set<FeatureInput> needs() {
        return Set.of(FeatureInput.CLOSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Window window = new Window(days, days * 2 / 3);
        Grid covariance = Grids.rollingPairs(
                context, context.returns(), Grids.lag(context.returns(), 1), window, Statistics::covariance);
        return Grids.ratio(covariance, Grids.rolling(context, context.returns(), window, Statistics::variance));
    }
}
