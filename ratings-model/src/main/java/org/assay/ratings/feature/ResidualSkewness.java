package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** Whether the token's own large moves go up or down. */
record ResidualSkewness(int days) implements Feature {

    @Override
    public String id() {
        return "iskew" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.RISK;
    }

    @Override
    public String definition() {
        return "skewness of the daily returns that beta times the market leaves, " + days + " days";
    }

    @Override
    public String source() {
        return "Boyer, Mitton and Vorkink (2010)";
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
        return Grids.rolling(context, context.marketResiduals(), new Window(days, days * 2 / 3), Statistics::skewness);
    }
}
