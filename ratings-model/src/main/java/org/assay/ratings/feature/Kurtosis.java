package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** How much of the variance comes from few days. */
record Kurtosis(int days) implements Feature {

    @Override
    public String id() {
        return "kurt" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.RISK;
    }

    @Override
    public String definition() {
        return "sample excess kurtosis (G2) of daily log returns, " + days + " days";
    }

    @Override
    public String source() {
        return "Joanes and Gill (1998)";
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
        return Set.of(FeatureInput.CLOSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        return Grids.rolling(context, context.returns(), new Window(days, days * 2 / 3), Statistics::kurtosis);
    }
}
