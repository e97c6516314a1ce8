package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** How much is traded. */
record DollarVolume(int days) implements Feature {

    @Override
    public String id() {
        return "dvol" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.LIQUIDITY;
    }

    @Override
    public String definition() {
        return "ln of median volume of " + days + " days of one volume scope, minus the scope's median";
    }

    @Override
    public String source() {
        return "Brennan, Chordia and Subrahmanyam (1998)";
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
        return Set.of(FeatureInput.VOLUME, FeatureInput.UNIVERSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Grid median =
                Grids.rollingInScope(context, context.positiveVolume(), new Window(days, days / 3), Statistics::median);
        return context.againstScope(Grids.map(median, StrictMath::log));
    }
}
