package org.assay.ratings.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.universe.Universe;

/**
 * A day's universe in the order of its grades. It is formed on the whole universe: who can be judged later is not known on
 * the day. Tokens without a grade stand in the middle.
 */
final class Formation {

    private static final int LEAST_TOKENS = 30;
    private static final int LEAST_GRADES = 2;
    private static final double MIDDLE = 0.5;

    private final int[] tokens;
    private final double[] percentiles;
    private final int[] positions;

    private Formation(int[] tokens, double[] percentiles, int[] positions) {
        this.tokens = tokens;
        this.percentiles = percentiles;
        this.positions = positions;
    }

    /** Nothing where the universe has fewer than 30 tokens or fewer than 2 of them a grade. */
    static Optional<Formation> of(Universe universe, Grid grades, int day) {
        int[] tokens = universe.members(day);
        double[] given = Arrays.stream(tokens)
                .mapToDouble(token -> grades.get(token, day))
                .filter(Double::isFinite)
                .toArray();
        if (tokens.length < LEAST_TOKENS || given.length < LEAST_GRADES) {
            return Optional.empty();
        }
        double[] ranks = Ranks.average(given);
        double[] percentiles = new double[tokens.length];
        int next = 0;
        for (int i = 0; i < tokens.length; i++) {
            boolean graded = Double.isFinite(grades.get(tokens[i], day));
            percentiles[i] = graded ? (ranks[next++] - MIDDLE) / given.length : MIDDLE;
        }
        // The sort is stable and tokens stand in the order of their symbols, which breaks ties.
        int[] order = IntStream.range(0, tokens.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> percentiles[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] positions = new int[tokens.length];
        for (int position = 0; position < order.length; position++) {
            positions[order[position]] = position;
        }
        return Optional.of(new Formation(tokens, percentiles, positions));
    }

    int size() {
        return tokens.length;
    }

    int token(int index) {
        return tokens[index];
    }

    /** Above 0, below 1. */
    double percentile(int index) {
        return percentiles[index];
    }

    /** 0 to 4. */
    int quintile(int index) {
        return 5 * positions[index] / tokens.length;
    }

    /** 0 to 9. */
    int decile(int index) {
        return 10 * positions[index] / tokens.length;
    }

    /** The tokens of a quintile, ascending. */
    int[] members(int quintile) {
        return IntStream.range(0, tokens.length)
                .filter(i -> quintile(i) == quintile)
                .map(i -> tokens[i])
                .toArray();
    }

    /** How much of an equally weighted quintile is another one than it was, 0 to 1; NaN where either is empty. */
    double turnover(Formation before, int quintile) {
        int[] now = members(quintile);
        int[] then = before.members(quintile);
        if (now.length == 0 || then.length == 0) {
            return Double.NaN;
        }
        int common = (int) Arrays.stream(now)
                .filter(token -> Arrays.binarySearch(then, token) >= 0)
                .count();
        double ofNow = 1.0 / now.length;
        double ofThen = 1.0 / then.length;
        return 0.5
                * (common * Math.abs(ofNow - ofThen) + (now.length - common) * ofNow + (then.length - common) * ofThen);
    }
}
