package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** Whether trading grows or dries up. */
record VolumeTrend(int fast, int slow) implements Feature {

    @Override
    public String id() {
        return "voltrend" + fast;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.LIQUIDITY;
    }

    @Override
    public String definition() {
        return "ln of median volume of " + fast + " days over that of " + slow + " days, one volume scope";
    }

    @Override
    public String source() {
        return "Lee and Swaminathan (2000)";
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
                context, context.positiveVolume(), new Window(fast, fast == 7 ? 5 : fast / 3), Statistics::median);
        Grid usual =
                Grids.rollingInScope(context, context.positiveVolume(), new Window(slow, slow / 2), Statistics::median);
        return Grids.zip(now, usual, (a, b) -> StrictMath.log(a / b));
    }
}
