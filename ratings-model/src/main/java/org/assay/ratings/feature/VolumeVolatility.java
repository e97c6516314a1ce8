package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** How unsteadily a token is traded. */
record VolumeVolatility(int days) implements Feature {

    @Override
    public String id() {
        return "volumevol" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.LIQUIDITY;
    }

    @Override
    public String definition() {
        return "standard deviation of ln volume, " + days + " days of one volume scope";
    }

    @Override
    public String source() {
        return "Chordia, Subrahmanyam and Anshuman (2001)";
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
        return Set.of(FeatureInput.VOLUME);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Grid log = Grids.map(context.positiveVolume(), StrictMath::log);
        return Grids.rollingInScope(context, log, new Window(days, days * 2 / 3), Statistics::deviation);
    }
}
