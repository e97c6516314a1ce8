package org.assay.ratings.feature;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.assay.ratings.panel.Grid;

/**
 * The percentile ranks of several features within each day: for a value x, the share of the day's reference tokens below it
 * plus half the share of those equal to it. The reference tokens are the day's universe, or every ratable token while the
 * universe has fewer than 50. A token outside is placed among them. Missing stays missing, and so does a feature that fewer
 * than 10 reference tokens have.
 */
public final class RankTable {

    /** With fewer tokens than this the universe is too small to be the reference. */
    public static final int LEAST_UNIVERSE = 50;

    private static final int LEAST_VALUES = 10;

    private final int tokens;
    private final int from;
    private final int features;
    private final double[] ranks;

    private RankTable(int tokens, int from, int to, int features) {
        this.tokens = tokens;
        this.from = from;
        this.features = features;
        this.ranks = new double[Math.multiplyExact(Math.multiplyExact(to - from, tokens), features)];
        Arrays.fill(ranks, Double.NaN);
    }

    /**
     * Ranks the days from {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @param ratable the tokens that are ranked
     */
    public static RankTable of(List<Grid> features, Membership universe, Membership ratable, int from, int to) {
        RankTable table = new RankTable(features.getFirst().tokens(), from, to, features.size());
        table.fill(features::get, universe, ratable, to);
        return table;
    }

    /**
     * Ranks the days from the first to {@code days} (exclusive), and holds no more than one feature at a time.
     *
     * @param feature gives the feature with a number, once each
     * @param count how many features
     */
    public static RankTable of(
            IntFunction<Grid> feature, int count, Membership universe, Membership ratable, int tokens, int days) {
        RankTable table = new RankTable(tokens, 0, days, count);
        table.fill(feature, universe, ratable, days);
        return table;
    }

    private void fill(IntFunction<Grid> feature, Membership universe, Membership ratable, int to) {
        int[][] references = new int[to - from][];
        for (int t = from; t < to; t++) {
            references[t - from] = reference(universe, ratable, tokens, t);
        }
        for (int j = 0; j < features; j++) {
            Grid grid = feature.apply(j);
            for (int t = from; t < to; t++) {
                rank(grid, j, references[t - from], ratable, t);
            }
        }
    }

    /** The tokens that a day's tokens are placed among. */
    public static int[] reference(Membership universe, Membership ratable, int tokens, int day) {
        int[] members = members(universe, tokens, day);
        return members.length >= LEAST_UNIVERSE ? members : members(ratable, tokens, day);
    }

    /** The share of sorted values below x plus half the share of those equal to it; missing without values. */
    public static double place(double[] sorted, int count, double x) {
        int below = lower(sorted, count, x);
        int equal = below;
        while (equal < count && sorted[equal] == x) {
            equal++;
        }
        return count == 0 ? Double.NaN : (below + equal) / (2.0 * count);
    }

    /** Copies a token's ranks of a day, in the order of the features. */
    public void copy(int token, int day, double[] target) {
        System.arraycopy(ranks, at(token, day), target, 0, features);
    }

    public double get(int feature, int token, int day) {
        return ranks[at(token, day) + feature];
    }

    private int at(int token, int day) {
        return ((day - from) * tokens + token) * features;
    }

    private void rank(Grid feature, int column, int[] reference, Membership ratable, int day) {
        double[] sorted = new double[reference.length];
        int count = 0;
        for (int token : reference) {
            if (feature.has(token, day)) {
                sorted[count++] = feature.get(token, day);
            }
        }
        if (count < LEAST_VALUES) {
            return;
        }
        Arrays.sort(sorted, 0, count);
        for (int i = 0; i < tokens; i++) {
            if (feature.has(i, day) && ratable.contains(i, day)) {
                ranks[at(i, day) + column] = place(sorted, count, feature.get(i, day));
            }
        }
    }

    private static int lower(double[] sorted, int count, double x) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int[] members(Membership set, int tokens, int day) {
        int[] members = new int[tokens];
        int count = 0;
        for (int i = 0; i < tokens; i++) {
            if (set.contains(i, day)) {
                members[count++] = i;
            }
        }
        return Arrays.copyOf(members, count);
    }
}
