package org.assay.ratings.evaluation;

import java.util.Arrays;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.universe.Universe;

/**
 * What only grades of 0 to 100 can be asked: whether they mean the same every day, how many tokens have one, and how
 * steady they are.
 *
 * @param coverage share of universe token-days that have a grade
 * @param meanDailyChange mean of the absolute change from the day before, over tokens of both days' universes
 * @param buckets [0,10) to [90,100]; monotonicity and inversions over those of at least 500 token-days
 * @param slope realised percentile on a hundredth of the grade, both less their day's mean: 1 where the grade is the
 *     expected percentile; NaN where all grades are equal
 */
public record GradeScale(double coverage, double meanDailyChange, DecileTable buckets, double slope) {

    private static final int LEAST_TOKENS = 30;
    private static final int LEAST_IN_BUCKET = 500;

    /** Looks at grades on the days that can be judged. */
    public static GradeScale of(Grid grades, Universe universe, Outcomes outcomes) {
        Deciles buckets = new Deciles();
        double[] products = new double[2];
        for (int day : outcomes.days()) {
            int[] tokens = Arrays.stream(outcomes.tokens(day))
                    .filter(token -> Double.isFinite(grades.get(token, day)))
                    .toArray();
            if (tokens.length >= LEAST_TOKENS) {
                calibrate(grades, outcomes, day, tokens, buckets, products);
            }
        }
        return new GradeScale(
                coverage(grades, universe, outcomes),
                meanDailyChange(grades, universe, outcomes),
                buckets.table(LEAST_IN_BUCKET),
                products[1] > 0 ? products[0] / products[1] : Double.NaN);
    }

    private static void calibrate(
            Grid grades, Outcomes outcomes, int day, int[] tokens, Deciles buckets, double[] products) {
        double[] returns = Arrays.stream(tokens)
                .mapToDouble(token -> outcomes.returns().get(token, day))
                .toArray();
        double[] shares = Arrays.stream(tokens)
                .mapToDouble(token -> grades.get(token, day) / 100)
                .toArray();
        double mean = Statistics.mean(returns);
        double median = Statistics.median(returns);
        for (int i = 0; i < tokens.length; i++) {
            double tenth = Math.floor(grades.get(tokens[i], day) / 10);
            int bucket = (int) Math.clamp(tenth, 0, Deciles.COUNT - 1);
            buckets.add(bucket, returns[i] - mean, returns[i] > median);
        }
        double[] ranks = Ranks.average(returns);
        double[] realised = Arrays.stream(ranks)
                .map(rank -> (rank - 0.5) / tokens.length - 0.5)
                .toArray();
        double[] centred = Statistics.centred(shares);
        products[0] += Statistics.product(centred, realised, 0);
        products[1] += Statistics.product(centred, centred, 0);
    }

    private static double coverage(Grid grades, Universe universe, Outcomes outcomes) {
        long graded = 0;
        long all = 0;
        for (int day : outcomes.days()) {
            for (int token : universe.members(day)) {
                graded += Double.isFinite(grades.get(token, day)) ? 1 : 0;
                all++;
            }
        }
        return (double) graded / all;
    }

    private static double meanDailyChange(Grid grades, Universe universe, Outcomes outcomes) {
        double sum = 0;
        long count = 0;
        for (int day : outcomes.days()) {
            if (day == 0) {
                continue;
            }
            for (int token : universe.members(day)) {
                double change = Math.abs(grades.get(token, day) - grades.get(token, day - 1));
                if (!Double.isNaN(change) && universe.contains(token, day - 1)) {
                    sum += change;
                    count++;
                }
            }
        }
        return sum / count;
    }
}
