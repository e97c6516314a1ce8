package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** The bid-ask spread that highs and lows give away. */
record CorwinSchultzSpread(int days) implements Feature {

    @Override
    public String id() {
        return "cs" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.LIQUIDITY;
    }

    @Override
    public String definition() {
        return "mean of the high-low spread estimate (negative ones as 0) over " + days + " days";
    }

    @Override
    public String source() {
        return "Corwin and Schultz (2012)";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public int warmUpDays() {
        return days + 1;
    }

    @Override
    public Set<FeatureInput> needs() {
        return Set.of(FeatureInput.HIGH, FeatureInput.LOW);
    }

    @Override
    public Grid compute(FeatureContext context) {
        return Grids.rolling(context, spread(context), new Window(days, days * 2 / 3), Statistics::mean);
    }

    private static Grid spread(FeatureContext context) {
        Grid range = context.logRange();
        Grid present = Grids.map(range, x -> 0);
        Grid high = Grids.zip(context.panel().high(), present, Double::sum);
        Grid low = Grids.zip(context.panel().low(), present, Double::sum);
        Grid twoDays = Grids.zip(
                Grids.zip(high, Grids.lag(high, 1), Math::max),
                Grids.zip(low, Grids.lag(low, 1), Math::min),
                (h, l) -> StrictMath.log(h / l));
        Grid squares = Grids.zip(range, Grids.lag(range, 1), (now, before) -> now * now + before * before);
        return Grids.zip(squares, twoDays, CorwinSchultzSpread::estimate);
    }

    private static double estimate(double beta, double twoDays) {
        double k = 3 - 2 * Math.sqrt(2);
        double alpha = (Math.sqrt(2 * beta) - Math.sqrt(beta)) / k - Math.sqrt(twoDays * twoDays / k);
        return Math.max(0, 2 * (StrictMath.exp(alpha) - 1) / (1 + StrictMath.exp(alpha)));
    }
}
