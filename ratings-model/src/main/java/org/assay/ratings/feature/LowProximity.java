package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Rolling;
import org.assay.ratings.window.Window;

/** How far the price has risen from its low. */
record LowProximity(int days) implements Feature {

    @Override
    public String id() {
        return "low" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.TREND;
    }

    @Override
    public String definition() {
        return "F / lowest F of " + days + " days (at least " + least() + " values)";
    }

    @Override
    public String source() {
        return "custom of technical analysis";
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
        Grid lowest = Rolling.over(context.filled(), () -> Rolling.lowest(new Window(days, least())));
        return Grids.ratio(context.filled(), lowest);
    }

    private int least() {
        return Math.min(60, days * 2 / 3);
    }
}
