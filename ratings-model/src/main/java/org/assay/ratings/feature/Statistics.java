package org.assay.ratings.feature;

import java.util.Arrays;

/** Statistics of the first {@code n} entries of arrays, summed from the oldest day on. */
final class Statistics {

    private Statistics() {}

    static double sum(double[] x, int n) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += x[k];
        }
        return sum;
    }

    static double mean(double[] x, int n) {
        return sum(x, n) / n;
    }

    /** Sample variance (n - 1). */
    static double variance(double[] x, int n) {
        return squares(x, n) / (n - 1);
    }

    static double deviation(double[] x, int n) {
        return Math.sqrt(variance(x, n));
    }

    /** Adjusted Fisher-Pearson sample skewness; missing for a constant. */
    static double skewness(double[] x, int n) {
        double variance = squares(x, n) / n;
        double third = centralMoment(x, n, 3);
        return Math.sqrt(n * (n - 1.0)) / (n - 2) * third / (variance * Math.sqrt(variance));
    }

    /** Sample excess kurtosis (the unbiased G2); missing for a constant. */
    static double kurtosis(double[] x, int n) {
        double variance = squares(x, n) / n;
        double raw = centralMoment(x, n, 4) / (variance * variance) - 3;
        return (n - 1.0) / ((n - 2.0) * (n - 3.0)) * ((n + 1.0) * raw + 6);
    }

    /** Rearranges the array. */
    static double median(double[] x, int n) {
        Arrays.sort(x, 0, n);
        int middle = n / 2;
        return n % 2 == 1 ? x[middle] : (x[middle - 1] + x[middle]) / 2;
    }

    static double highest(double[] x, int n) {
        double best = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            best = Math.max(best, x[k]);
        }
        return best;
    }

    static double lowest(double[] x, int n) {
        double best = Double.POSITIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            best = Math.min(best, x[k]);
        }
        return best;
    }

    static double rootMeanSquare(double[] x, int n) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += x[k] * x[k];
        }
        return Math.sqrt(sum / n);
    }

    /** Population covariance. */
    static double covariance(double[] x, double[] y, int n) {
        double meanX = mean(x, n);
        double meanY = mean(y, n);
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += (x[k] - meanX) * (y[k] - meanY);
        }
        return sum / n;
    }

    private static double squares(double[] x, int n) {
        double mean = mean(x, n);
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double d = x[k] - mean;
            sum += d * d;
        }
        return sum;
    }

    private static double centralMoment(double[] x, int n, int power) {
        double mean = mean(x, n);
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double d = x[k] - mean;
            sum += power == 3 ? d * d * d : d * d * d * d;
        }
        return sum / n;
    }
}
