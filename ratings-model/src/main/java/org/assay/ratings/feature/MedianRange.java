package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** The range of an ordinary day. */
record MedianRange(int days) implements Feature {

    @Override
    public String id() {
        return "rangemed" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.VOLATILITY;
    }

    @Override
    public String definition() {
        return "median of ln(high/low) over " + days + " days";
    }

    @Override
    public String source() {
        return "Alizadeh, Brandt and Diebold (2002), robust";
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
        return Set.of(FeatureInput.HIGH, FeatureInput.LOW);
    }

    @Override
    public Grid compute(FeatureContext context) {
        return Grids.rolling(context, context.logRange(), new Window(days, days * 2 / 3), Statistics::median);
    }
}
