package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Rolling;
import org.assay.ratings.window.Window;

/** Distance of the price from its own average. */
record SmaDistance(int days) implements Feature {

    @Override
    public String id() {
        return "dist" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.TREND;
    }

    @Override
    public String definition() {
        return "F / SMA" + days + "(F) - 1 with at least 80 % of the values";
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
        Grid mean = Rolling.over(context.filled(), () -> Rolling.mean(new Window(days, (days * 4 + 4) / 5)));
        return Grids.zip(context.filled(), mean, (price, average) -> price / average - 1);
    }
}
