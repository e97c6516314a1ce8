package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** Volatility from open, high, low and close. */
record GarmanKlassVolatility(int days) implements Feature {

    @Override
    public String id() {
        return "gk" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.VOLATILITY;
    }

    @Override
    public String definition() {
        return "sqrt(mean of 0.5 (u-d)^2 - (2 ln 2 - 1) c^2) over " + days
                + " days, u, d, c the logs of high, low, close over open";
    }

    @Override
    public String source() {
        return "Garman and Klass (1980)";
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
        return Set.of(FeatureInput.OPEN, FeatureInput.HIGH, FeatureInput.LOW, FeatureInput.CLOSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        double weight = 2 * StrictMath.log(2) - 1;
        Grid daily = OpenRelative.variance(context, (u, d, c) -> 0.5 * (u - d) * (u - d) - weight * c * c);
        return Grids.rolling(
                context,
                daily,
                new Window(days, days * 2 / 3),
                (x, n) -> Math.sqrt(Math.max(0, Statistics.mean(x, n))));
    }
}
