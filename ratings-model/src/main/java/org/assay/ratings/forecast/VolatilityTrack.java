package org.assay.ratings.forecast;

import java.util.Arrays;

/**
 * The daily variance of one token's log returns: exponentially weighted means of their squares, a short-run and a
 * long-run one. Until 1 / (1 - decay) returns have been seen, all weigh the same.
 */
final class VolatilityTrack {

    private final double[] shortRun;
    private final double[] longRun;

    /** @param closes by day, NaN where missing; each variance depends on that day and earlier ones */
    VolatilityTrack(double[] closes, ForecastSettings settings) {
        this.shortRun = new double[closes.length];
        this.longRun = new double[closes.length];
        Arrays.fill(shortRun, Double.NaN);
        Arrays.fill(longRun, Double.NaN);
        double shortVariance = 0;
        double longVariance = 0;
        int count = 0;
        for (int day = 1; day < closes.length; day++) {
            double logReturn = Math.log(closes[day] / closes[day - 1]);
            if (!Double.isNaN(logReturn)) {
                count++;
                double square = logReturn * logReturn;
                shortVariance += Math.max(1 - settings.shortDecay(), 1.0 / count) * (square - shortVariance);
                longVariance += Math.max(1 - settings.longDecay(), 1.0 / count) * (square - longVariance);
            }
            if (count >= settings.fewestReturns() && longVariance > 0) {
                shortRun[day] = shortVariance;
                longRun[day] = longVariance;
            }
        }
    }

    /** Standard deviation of a day's log return; NaN when too little is known. */
    double daily(int day, double longRunShare) {
        return Math.sqrt((1 - longRunShare) * shortRun[day] + longRunShare * longRun[day]);
    }
}
