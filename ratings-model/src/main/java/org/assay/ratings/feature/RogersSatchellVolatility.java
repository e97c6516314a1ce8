package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** Volatility from open, high, low and close, free of drift. */
record RogersSatchellVolatility(int days) implements Feature {

    @Override
    public String id() {
        return "rs" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.VOLATILITY;
    }

    @Override
    public String definition() {
        return "sqrt(mean of u(u-c) + d(d-c)) over " + days + " days, u, d, c the logs of high, low, close over open";
    }

    @Override
    public String source() {
        return "Rogers and Satchell (1991)";
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
        Grid daily = OpenRelative.variance(context, (u, d, c) -> u * (u - c) + d * (d - c));
        return Grids.rolling(
                context,
                daily,
                new Window(days, days * 2 / 3),
                (x, n) -> Math.sqrt(Math.max(0, Statistics.mean(x, n))));
    }
}
