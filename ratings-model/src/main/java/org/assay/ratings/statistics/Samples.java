package org.assay.ratings.statistics;

import java.util.Arrays;

/** Figures of a sample of finite numbers. A figure that the sample is too small for is NaN. */
public final class Samples {

    private Samples() {}

    /** Sum in the order given. */
    public static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** Arithmetic mean; NaN when empty. */
    public static double mean(double[] values) {
        return values.length == 0 ? Double.NaN : sum(values) / values.length;
    }

    /** Sum of the {@code power}-th powers of the deviations from the mean. */
    private static double deviations(double[] values, int power) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            double deviation = value - mean;
            double product = deviation;
            for (int i = 1; i < power; i++) {
                product *= deviation;
            }
            sum += product;
        }
        return sum;
    }

    /** Standard deviation with divisor n - 1; NaN below 2 values. */
    public static double standardDeviation(double[] values) {
        return values.length < 2 ? Double.NaN : Math.sqrt(deviations(values, 2) / (values.length - 1));
    }

    /** Whether the values differ by more than rounding: a constant sample has no usable spread. */
    public static boolean varies(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return values.length > 1 && standardDeviation(values) > 1e-12 * Math.max(largest, 1e-6);
    }

    /** Adjusted Fisher-Pearson skewness (G1); NaN below 3 values or when they do not vary. */
    public static double skewness(double[] values) {
        double n = values.length;
        if (n < 3 || !varies(values)) {
            return Double.NaN;
        }
        double second = deviations(values, 2) / n;
        double third = deviations(values, 3) / n;
        return third / Math.pow(second, 1.5) * Math.sqrt(n * (n - 1)) / (n - 2);
    }

    /** Adjusted excess kurtosis (G2); NaN below 4 values or when they do not vary. */
    public static double excessKurtosis(double[] values) {
        double n = values.length;
        if (n < 4 || !varies(values)) {
            return Double.NaN;
        }
        double second = deviations(values, 2) / n;
        double fourth = deviations(values, 4) / n;
        double excess = fourth / (second * second) - 3;
        return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6);
    }

    /** Quantile by linear interpolation between order statistics at (n - 1) p; NaN when empty. */
    public static double quantile(double[] values, double probability) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return quantileOfSorted(sorted, sorted.length, probability);
    }

    /** As {@link #quantile} of the first {@code count} values, which are ascending. */
    public static double quantileOfSorted(double[] sorted, int count, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("no probability: " + probability);
        }
        if (count == 0) {
            return Double.NaN;
        }
        double position = (count - 1) * probability;
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, count - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** The middle value, or the mean of the two middle ones. */
    public static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /** Covariance with divisor n - 1; NaN below 2 pairs. */
    public static double covariance(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("samples of " + x.length + " and " + y.length + " values are no pairs");
        }
        if (x.length < 2) {
            return Double.NaN;
        }
        double meanX = mean(x);
        double meanY = mean(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum / (x.length - 1);
    }

    /** Pearson's correlation, within [-1, 1]; NaN when either side does not vary. */
    public static double correlation(double[] x, double[] y) {
        if (!varies(x) || !varies(y)) {
            return Double.NaN;
        }
        double ratio = covariance(x, y) / (standardDeviation(x) * standardDeviation(y));
        return Math.clamp(ratio, -1.0, 1.0);
    }
}
