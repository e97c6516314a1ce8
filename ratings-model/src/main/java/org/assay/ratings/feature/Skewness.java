package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Rolling;
import org.assay.ratings.window.Window;

/** Whether large moves go up or down. */
record Skewness(int days) implements Feature {

    @Override
    public String id() {
        return "skew" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.RISK;
    }

    @Override
    public String definition() {
        return "adjusted Fisher-Pearson skewness of daily log returns, " + days + " days";
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
        return days + 1 + FeatureContext.CARRIED_DAYS;
    }

    @Override
    public Set<FeatureInput> needs() {
        return Set.of(FeatureInput.CLOSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        return Rolling.over(context.returns(), () -> Rolling.skewness(new Window(days, days * 2 / 3)));
    }
}
