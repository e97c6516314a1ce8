package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** Volatility from highs and lows. */
record ParkinsonVolatility(int days) implements Feature {

    @Override
    public String id() {
        return "park" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.VOLATILITY;
    }

    @Override
    public String definition() {
        return "sqrt(mean of ln(high/low)^2 / (4 ln 2)) over " + days + " days";
    }

    @Override
    public String source() {
        return "Parkinson (1980)";
    }

    @Override
    public String unit() {
        return "1 per sqrt(day)";
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
        double scale = 4 * StrictMath.log(2);
        return Grids.rolling(
                context,
                context.logRange(),
                new Window(days, days * 2 / 3),
                (x, n) -> Statistics.rootMeanSquare(x, n) / Math.sqrt(scale));
    }
}
