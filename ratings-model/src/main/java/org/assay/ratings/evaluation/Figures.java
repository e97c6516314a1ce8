package org.assay.ratings.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The protocol's figures of one grade over one horizon and period. Returns are simple, as shares of 1.
 *
 * @param days how many days were judged
 * @param ic of the grade
 * @param spread of the top quintile over the bottom one
 * @param top of the top quintile alone
 * @param quintiles mean returns, the worst grades first
 * @param universe mean return of the equally weighted universe
 * @param bitcoin mean return of bitcoin
 * @param turnover of the quintiles
 * @param hit mean share of the top quintile that beat the median
 * @param deciles excess returns by tenths
 */
public record Figures(
        int days,
        Ic ic,
        Spread spread,
        Top top,
        List<Double> quintiles,
        double universe,
        double bitcoin,
        Turnover turnover,
        double hit,
        DecileTable deciles) {

    public Figures {
        quintiles = List.copyOf(quintiles);
    }

    /**
     * Rank correlations of grade and return.
     *
     * @param mean of the days
     * @param t the mean's t value, Newey and West with as many lags as the horizon has days
     * @param ratio mean by deviation of the days (ICIR)
     * @param annualRatio the same times the root of 365 by the horizon
     * @param positive share of the days with one above 0
     * @param volNeutral mean given the rank of volatility; NaN for 30 days or fewer
     * @param volNeutralT its t value
     * @param interval bootstrapped
     * @param byYear means of the calendar years
     */
    public record Ic(
            double mean,
            double t,
            double ratio,
            double annualRatio,
            double positive,
            double volNeutral,
            double volNeutralT,
            Interval interval,
            Map<Integer, Double> byYear) {

        public Ic {
            byYear = Collections.unmodifiableMap(new TreeMap<>(byYear));
        }

        /** The lowest mean of a year; NaN where there is none. */
        public double worstYear() {
            return byYear.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .min()
                    .orElse(Double.NaN);
        }

        /** How many years have a mean above 0. */
        public long positiveYears() {
            return byYear.values().stream().filter(mean -> mean > 0).count();
        }
    }

    /**
     * The top quintile's return less the bottom one's.
     *
     * @param net10 less the costs of the turnover at 10 bp one way
     * @param net30 the same at 30 bp
     * @param alpha what the universe's return does not explain
     */
    public record Spread(double mean, double t, Interval interval, double net10, double net30, Alpha alpha) {}

    /**
     * A spread held against the universe's return of the same days by least squares.
     *
     * @param beta the slope
     * @param mean what is left
     * @param t its t value
     * @param interval bootstrapped
     */
    public record Alpha(double beta, double mean, double t, Interval interval) {}

    /**
     * The top quintile without the bottom one.
     *
     * @param excess over the universe
     * @param t its t value
     * @param overBitcoin over bitcoin
     * @param net10 excess less the costs of the turnover at 10 bp one way
     * @param net30 the same at 30 bp
     */
    public record Top(double excess, double t, double overBitcoin, double net10, double net30) {}

    /** The mean share of a quintile that changes within a horizon. */
    public record Turnover(double top, double bottom) {}
}
