package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;

/** How much of the movement is taken back within the day. */
record RangeToVolatility(int days) implements Feature {

    @Override
    public String id() {
        return "rangevol";
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.VOLATILITY;
    }

    @Override
    public String definition() {
        return "range" + days + " / vol" + days;
    }

    @Override
    public String source() {
        return "Parkinson (1980): noise within the day against moves between days";
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
        return Set.of(FeatureInput.HIGH, FeatureInput.LOW, FeatureInput.CLOSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        return Grids.ratio(new RangeVolatility(days).compute(context), new Volatility(days).compute(context));
    }
}
