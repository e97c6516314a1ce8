package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Rolling;
import org.assay.ratings.window.Window;

/** How near the price stands to its high. */
record HighProximity(int days) implements Feature {

    @Override
    public String id() {
        return "high" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.TREND;
    }

    @Override
    public String definition() {
        return "F / highest F of " + days + " days (at least " + least() + " values)";
    }

    @Override
    public String source() {
        return "George and Hwang (2004)";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public int warmUpDays() {
        return days + FeatureContext.CARRIED_DAYS;
    }

    @Override
    public Set<FeatureInput> needs() {
        return Set.of(FeatureInput.CLOSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Grid highest = Rolling.over(context.filled(), () -> Rolling.highest(new Window(days, least())));
        return Grids.ratio(context.filled(), highest);
    }

    private int least() {
        return Math.min(60, days * 2 / 3);
    }
}
