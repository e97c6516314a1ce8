package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** Whether the token moves by jumps up or by falls. */
record UpsideRatio(int days) implements Feature {

    @Override
    public String id() {
        return "updown" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.RISK;
    }

    @Override
    public String definition() {
        return "root mean square of rises over that of falls, " + days + " days";
    }

    @Override
    public String source() {
        return "Bawa and Lindenberg (1977)";
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
        return Set.of(FeatureInput.CLOSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Window window = new Window(days, days * 2 / 3);
        Grid up = Grids.rolling(
                context, Grids.map(context.returns(), r -> Math.max(r, 0)), window, Statistics::rootMeanSquare);
        Grid down = Grids.rolling(
                context, Grids.map(context.returns(), r -> Math.min(r, 0)), window, Statistics::rootMeanSquare);
        return Grids.ratio(up, down);
    }
}
