package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;

/** Whether the token has become wilder. */
record VolatilityRatio(int fast, int slow) implements Feature {

    @Override
    public String id() {
        return "volratio" + fast + "_" + slow;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.VOLATILITY;
    }

    @Override
    public String definition() {
        return "vol" + fast + " / vol" + slow;
    }

    @Override
    public String source() {
        return "custom of risk management";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public int warmUpDays() {
        return slow + 1 + FeatureContext.CARRIED_DAYS;
    }

    @Override
    public Set<FeatureInput> needs() {
        return Set.of(FeatureInput.CLOSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        return Grids.ratio(new Volatility(fast).compute(context), new Volatility(slow).compute(context));
    }
}
