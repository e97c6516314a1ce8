package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** Whether a chain is used more. */
record ActivityGrowth(ChainColumn column, int days) implements Feature {

    @Override
    public String id() {
        return column.id() + "_growth" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.CHAIN;
    }

    @Override
    public String definition() {
        return "ln of the mean " + column.label() + " of " + days + " days over that of the " + days + " days before";
    }

    @Override
    public String source() {
        return "Liu, Tsyvinski and Wu (2021), network growth";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public int warmUpDays() {
        return 2 * days;
    }

    @Override
    public Set<FeatureInput> needs() {
        return Set.of(FeatureInput.CHAIN);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Grid mean = Grids.rolling(context, column.of(context), new Window(days, days * 2 / 3), Statistics::mean);
        return Grids.zip(mean, Grids.lag(mean, days), (now, before) -> StrictMath.log(now / before));
    }
}
