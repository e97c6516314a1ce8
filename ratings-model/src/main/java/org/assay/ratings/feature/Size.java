package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;

/** How much the token is worth. */
record Size() implements Feature {

    @Override
    public String id() {
        return "size";
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.SIZE;
    }

    @Override
    public String definition() {
        return "ln of market capitalisation";
    }

    @Override
    public String source() {
        return "Banz (1981)";
    }

    @Override
    public String unit() {
        return "ln USD";
    }

    @Override
    public int warmUpDays() {
        return 0;
    }

    @Override
    public Set<FeatureInput> needs() {
        return Set.of(FeatureInput.MARKET_CAP);
    }

    @Override
    public Grid compute(FeatureContext context) {
        return Grids.map(context.panel().marketCap(), StrictMath::log);
    }
}
