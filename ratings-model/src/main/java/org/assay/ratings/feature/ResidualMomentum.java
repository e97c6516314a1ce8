package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** The return that is the token's own. */
record ResidualMomentum(int days) implements Feature {

    @Override
    public String id() {
        return "res" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.TREND;
    }

    @Override
    public String definition() {
        return "sum of the daily returns that beta times the market leaves, " + days
                + " days, over sqrt(days); beta of 90 days known the day before";
    }

    @Override
    public String source() {
        return "Blitz, Huij and Martens (2011)";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public int warmUpDays() {
        return days + 91 + FeatureContext.CARRIED_DAYS;
    }

    @Override
    public Set<FeatureInput> needs() {
        return Set.of(FeatureInput.CLOSE, FeatureInput.UNIVERSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Window window = new Window(days, days * 3 / 4 + 1);
        double scale = Math.sqrt(days);
        return Grids.rolling(context, context.marketResiduals(), window, (x, n) -> Statistics.sum(x, n) / scale);
    }
}
