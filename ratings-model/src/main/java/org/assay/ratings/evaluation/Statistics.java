package org.assay.ratings.evaluation;

import java.util.Arrays;

/** Sums and averages of whole samples. */
final class Statistics {

    private Statistics() {}

    /** The sum, with the rounding errors carried along (Neumaier). */
    static double sum(double[] values) {
        double sum = 0;
        double rest = 0;
        for (double value : values) {
            double next = sum + value;
            rest += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        return sum + rest;
    }

    /** The mean; NaN for nothing. */
    static double mean(double[] values) {
        return sum(values) / values.length;
    }

    static double[] present(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }

    static double meanOfPresent(double[] values) {
        return mean(present(values));
    }

    /** The sample standard deviation, n - 1. */
    static double deviation(double[] values) {
        double[] centred = centred(values);
        return Math.sqrt(product(centred, centred, 0) / (values.length - 1));
    }

    /** The mean's t value with Newey and West's variance, Bartlett weights; NaN where that variance is not above 0. */
    static double neweyWest(double[] values, int lags) {
        int n = values.length;
        double[] centred = centred(values);
        double variance = product(centred, centred, 0) / n;
        for (int lag = 1; lag <= Math.min(lags, n - 1); lag++) {
            variance += 2 * (1 - lag / (lags + 1.0)) * product(centred, centred, lag) / n;
        }
        return variance > 0 ? mean(values) / Math.sqrt(variance / n) : Double.NaN;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** A percentile of sorted values by linear interpolation between neighbours; {@code share} from 0 to 1. */
    static double percentile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
    }

    static double[] centred(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(value -> value - mean).toArray();
    }

    /** The sum of {@code a[s] * b[s - lag]}. */
    static double product(double[] a, double[] b, int lag) {
        double[] products = new double[a.length - lag];
        for (int i = lag; i < a.length; i++) {
            products[i - lag] = a[i] * b[i - lag];
        }
        return sum(products);
    }
}
