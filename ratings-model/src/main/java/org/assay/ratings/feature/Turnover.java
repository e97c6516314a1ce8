package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** How much of the token changes hands. */
record Turnover(int days) implements Feature {

    @Override
    public String id() {
        return "turnover" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.LIQUIDITY;
    }

    @Override
    public String definition() {
        return "ln of median volume of " + days + " days over market cap, one volume scope, minus the scope's median";
    }

    @Override
    public String source() {
        return "Datar, Naik and Radcliffe (1998)";
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
        return Set.of(FeatureInput.VOLUME, FeatureInput.MARKET_CAP, FeatureInput.UNIVERSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Grid median = Grids.rollingInScope(
                context,
                context.positiveVolume(),
                new Window(days, days == 7 ? 5 : days == 3 ? 2 : days / 3),
                Statistics::median);
        return context.againstScope(
                Grids.zip(median, context.panel().marketCap(), (v, cap) -> StrictMath.log(v / cap)));
    }
}
