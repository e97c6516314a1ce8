package org.assay.ratings.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Ranks with ties shared, and correlations of ranks. */
public final class Ranks {

    private static final int LEAST_FOR_PARTIAL = 20;

    private Ranks() {}

    /** The rank of each value from 1, equal values sharing the average of theirs. No value may be NaN. */
    public static double[] average(double[] values) {
        int n = values.length;
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[n];
        for (int i = 0; i < n; i++) {
            ranks[i] = shared(sorted, values[i]);
        }
        return ranks;
    }

    private static double shared(double[] sorted, double value) {
        int first = bound(sorted, value, false);
        int past = bound(sorted, value, true);
        return (first + past + 1) / 2.0;
    }

    /** How many values lie below, or with {@code through} not above, a value; zeros of both signs are equal. */
    private static int bound(double[] sorted, double value, boolean through) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || (through && sorted[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Spearman's correlation; NaN where one side is constant. */
    public static double correlation(double[] a, double[] b) {
        double[] x = Statistics.centred(average(a));
        double[] y = Statistics.centred(average(b));
        double scale = Math.sqrt(Statistics.product(x, x, 0) * Statistics.product(y, y, 0));
        return scale > 0 ? Statistics.product(x, y, 0) / scale : Double.NaN;
    }

    /**
     * Spearman's correlation of two samples given a third, over the entries that have a third value; NaN with fewer than
     * 20 of them, or where the first is as good as the third.
     */
    public static double partial(double[] a, double[] b, double[] given) {
        int[] kept = IntStream.range(0, given.length)
                .filter(i -> Double.isFinite(given[i]))
                .toArray();
        if (kept.length < LEAST_FOR_PARTIAL) {
            return Double.NaN;
        }
        double[] x = pick(a, kept);
        double[] y = pick(b, kept);
        double[] z = pick(given, kept);
        double xy = correlation(x, y);
        double xz = correlation(x, z);
        double yz = correlation(y, z);
        double rest = (1 - xz * xz) * (1 - yz * yz);
        boolean defined = Double.isFinite(xy) && Double.isFinite(xz) && rest > 1e-6 && Math.abs(xz) < 0.999;
        return defined ? (xy - xz * yz) / Math.sqrt(rest) : Double.NaN;
    }

    private static double[] pick(double[] values, int[] kept) {
        return Arrays.stream(kept).mapToDouble(i -> values[i]).toArray();
    }
}
