package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** The move of an ordinary day. */
record MedianMove(int days) implements Feature {

    @Override
    public String id() {
        return "mad" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.VOLATILITY;
    }

    @Override
    public String definition() {
        return "median of |r| over " + days + " days";
    }

    @Override
    public String source() {
        return "robust statistics, Rousseeuw and Croux (1993)";
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
        return Grids.rolling(
                context, Grids.map(context.returns(), Math::abs), new Window(days, days * 2 / 3), Statistics::median);
    }
}
