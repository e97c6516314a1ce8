package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** How dear a chain is for its users. */
record NetworkValueToUsers(int days) implements Feature {

    @Override
    public String id() {
        return "nvu" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.CHAIN;
    }

    @Override
    public String definition() {
        return "ln of market cap over the squared mean of active addresses a day, " + days + " days";
    }

    @Override
    public String source() {
        return "Metcalfe; Peterson (2018)";
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
        Grid users = Grids.rolling(
                context, ChainColumn.ACTIVE_ADDRESSES.of(context), new Window(days, days * 2 / 3), Statistics::mean);
        return Grids.zip(context.panel().marketCap(), users, (cap, n) -> StrictMath.log(cap / (n * n)));
    }
}
