package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;

/** How fast the supply grows. */
record Dilution(int days) implements Feature {

    @Override
    public String id() {
        return "dil" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.SIZE;
    }

    @Override
    public String definition() {
        return "ln of supply over the supply " + days
                + " days before (carried at most 7 days), supply = market cap / close";
    }

    @Override
    public String source() {
        return "Pontiff and Woodgate (2008), net issuance";
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
        return Set.of(FeatureInput.CLOSE, FeatureInput.MARKET_CAP);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Grid supply = Grids.ratio(context.panel().marketCap(), context.panel().close());
        Grid before = Grids.lag(FeatureContext.carried(supply, FeatureContext.CARRIED_DAYS), days);
        return Grids.zip(supply, before, (now, then) -> StrictMath.log(now / then));
    }
}
