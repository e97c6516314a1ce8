package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** How far a dollar of volume moves the price. */
record Amihud(int days) implements Feature {

    @Override
    public String id() {
        return "amihud" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.LIQUIDITY;
    }

    @Override
    public String definition() {
        return "ln of the mean of |r| / volume x 1e6 over " + days
                + " days of one volume scope, minus the scope's median";
    }

    @Override
    public String source() {
        return "Amihud (2002)";
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
        return Set.of(FeatureInput.CLOSE, FeatureInput.VOLUME, FeatureInput.UNIVERSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Grid impact = Grids.zip(context.returns(), context.positiveVolume(), (r, v) -> Math.abs(r) / v * 1e6);
        Grid mean =
                Grids.rollingInScope(context, impact, new Window(days, days == 30 ? 10 : days / 2), Statistics::mean);
        return context.againstScope(Grids.map(mean, x -> StrictMath.log(x + 1e-12)));
    }
}
