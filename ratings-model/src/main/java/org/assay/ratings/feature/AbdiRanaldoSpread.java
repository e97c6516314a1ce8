package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** The bid-ask spread that closes and mid-ranges give away. */
record AbdiRanaldoSpread(int days) implements Feature {

    @Override
    public String id() {
        return "ar" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.LIQUIDITY;
    }

    @Override
    public String definition() {
        return "sqrt(max(0, mean of 4 (c(t-1) - e(t-1)) (c(t-1) - e(t)))) over " + days
                + " days, c ln close, e mid of ln high and ln low";
    }

    @Override
    public String source() {
        return "Abdi and Ranaldo (2017)";
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
        return Set.of(FeatureInput.HIGH, FeatureInput.LOW, FeatureInput.CLOSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Grid middle = Grids.zip(
                context.panel().high(),
                context.panel().low(),
                (h, l) -> l > 0 && h >= l ? (StrictMath.log(h) + StrictMath.log(l)) / 2 : Double.NaN);
        Grid close = Grids.lag(Grids.map(context.panel().close(), StrictMath::log), 1);
        Grid before = Grids.zip(close, Grids.lag(middle, 1), (c, e) -> c - e);
        Grid after = Grids.zip(close, middle, (c, e) -> c - e);
        Grid product = Grids.zip(before, after, (a, b) -> 4 * a * b);
        return Grids.rolling(
                context,
                product,
                new Window(days, days * 2 / 3),
                (x, n) -> Math.sqrt(Math.max(0, Statistics.mean(x, n))));
    }
}
