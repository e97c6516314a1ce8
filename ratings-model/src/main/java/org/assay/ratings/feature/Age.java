package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** How long a token has been traded, up to a year. */
record Age(int cap) implements Feature {

    @Override
    public String id() {
        return "age";
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.SIZE;
    }

    @Override
    public String definition() {
        return "closes on the last " + cap + " days";
    }

    @Override
    public String source() {
        return "custom of the field";
    }

    @Override
    public String unit() {
        return "days";
    }

    @Override
    public int warmUpDays() {
        return cap;
    }

    @Override
    public Set<FeatureInput> needs() {
        return Set.of(FeatureInput.CLOSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        return Grids.rolling(context, context.panel().close(), new Window(cap, 1), (x, n) -> n);
    }
}
