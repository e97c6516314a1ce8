package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** Whether a token is traded more than usual. */
record VolumeSurge(int fast, int slow) implements Feature {

    @Override
    public String id() {
        return "surge" + fast;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.LIQUIDITY;
    }

    @Override
    public String definition() {
        return "ln of mean volume of " + fast + " days over that of " + slow + " days, one volume scope";
    }

    @Override
    public String source() {
        return "Gervais, Kaniel and Mingelgrin (2001)";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public int warmUpDays() {
        return slow;
    }

    @Override
    public Set<FeatureInput> needs() {
        return Set.of(FeatureInput.VOLUME);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Grid now = Grids.rollingInScope(
                context, context.positiveVolume(), new Window(fast, Math.max(1, fast - 1)), Statistics::mean);
        Grid usual =
                Grids.rollingInScope(context, context.positiveVolume(), new Window(slow, slow / 2), Statistics::mean);
        return Grids.zip(now, usual, (a, b) -> StrictMath.log(a / b));
    }
}
