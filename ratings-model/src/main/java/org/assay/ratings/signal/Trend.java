package org.assay.ratings.signal;

/** How far a price stands from its simple moving average. */
public final class Trend {

    /** Share of the window's periods that must have a price. */
    private static final double MINIMUM_COVERAGE = 0.8;

    private Trend() {}

    /**
     * Price over the mean of the window's prices, less 1; NaN when the period has no price or the window too few.
     *
     * @param prices by period, NaN where missing; those after {@code period} are not read
     * @param period index of the period
     * @param window periods, the given one included
     */
    public static double at(double[] prices, int period, int window) {
        double sum = 0;
        int count = 0;
        for (int i = Math.max(0, period - window + 1); i <= period; i++) {
            if (!Double.isNaN(prices[i])) {
                sum += prices[i];
                count++;
            }
        }
        return count < MINIMUM_COVERAGE * window ? Double.NaN : prices[period] / (sum / count) - 1;
    }
}
