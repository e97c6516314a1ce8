package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** How dear a chain is for what it moves. */
record NetworkValueToTransfers(int days) implements Feature {

    @Override
    public String id() {
        return "nvt" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.CHAIN;
    }

    @Override
    public String definition() {
        return "ln of market cap over the mean value transferred a day, " + days + " days";
    }

    @Override
    public String source() {
        return "Woo (2017), Kalichkin (2018), NVT";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public int warmUpDays() {
        return days;
    }

    @Override
    public Set<FeatureInput> needs() {
        return Set.of(FeatureInput.MARKET_CAP, FeatureInput.CHAIN);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Grid value = Grids.rolling(
                context, ChainColumn.TRANSFER_VALUE.of(context), new Window(days, days * 2 / 3), Statistics::mean);
        return Grids.zip(context.panel().marketCap(), value, (cap, moved) -> StrictMath.log(cap / moved));
    }
}
