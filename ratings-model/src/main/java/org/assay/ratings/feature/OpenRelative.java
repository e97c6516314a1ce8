package org.assay.ratings.feature;

import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;

/** A day's variance from its high, low and close in relation to its open. */
final class OpenRelative {

    /** A variance from u, d and c: the logs of high, low and close over open. */
    @FunctionalInterface
    interface Estimator {
        double of(double u, double d, double c);
    }

    private OpenRelative() {}

    /** Missing where a price is, or where the open lies outside the day's range. */
    static Grid variance(FeatureContext context, Estimator estimator) {
        Panel panel = context.panel();
        Grid result = Grid.missing(panel.tokens(), panel.days());
        for (int i = 0; i < panel.tokens(); i++) {
            for (int t = 0; t < panel.days(); t++) {
                double open = panel.open().get(i, t);
                double high = panel.high().get(i, t);
                double low = panel.low().get(i, t);
                double close = panel.close().get(i, t);
                if (open > 0 && low > 0 && high >= open && low <= open && !Double.isNaN(close)) {
                    result.set(
                            i,
                            t,
                            estimator.of(
                                    StrictMath.log(high / open),
                                    StrictMath.log(low / open),
                                    StrictMath.log(close / open)));
                }
            }
        }
        return result;
    }
}
