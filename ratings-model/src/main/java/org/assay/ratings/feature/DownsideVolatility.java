package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** How strongly the token falls. */
record DownsideVolatility(int days) implements Feature {

    @Override
    public String id() {
        return "downvol" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.RISK;
    }

    @Override
    public String definition() {
        return "root mean square of falls, " + days + " days";
    }

    @Override
    public String source() {
        return "Sortino and van der Meer (1991)";
    }

    @Override
    public String unit() {
        return "1 per sqrt(day)";
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
        return Grids.rolling(
                context,
                Grids.map(context.returns(), r -> Math.min(r, 0)),
                new Window(days, days * 2 / 3),
                Statistics::rootMeanSquare);
    }
}
