package org.assay.ratings.window;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The same statistics the slow way: every window anew, with 50 decimal digits. */
final class Exactly {

    private static final MathContext DIGITS = new MathContext(50);

    private Exactly() {}

    static List<Double> window(double[] series, int end, int length) {
        List<Double> values = new ArrayList<>();
        for (int t = Math.max(0, end - length + 1); t <= end; t++) {
            if (Double.isFinite(series[t])) {
                values.add(series[t]);
            }
        }
        return values;
    }

    static double sum(List<Double> values) {
        return exactSum(values).doubleValue();
    }

    static double mean(List<Double> values) {
        return exactMean(values).doubleValue();
    }

    static double deviation(List<Double> values) {
        return power(values, 2)
                .divide(BigDecimal.valueOf(values.size() - 1), DIGITS)
                .sqrt(DIGITS)
                .doubleValue();
    }

    static double skewness(List<Double> values) {
        BigDecimal n = BigDecimal.valueOf(values.size());
        BigDecimal variance = power(values, 2).divide(n, DIGITS);
        BigDecimal third = power(values, 3).divide(n, DIGITS);
        return n.multiply(n.subtract(BigDecimal.ONE))
                .sqrt(DIGITS)
                .divide(n.subtract(BigDecimal.TWO), DIGITS)
                .multiply(third)
                .divide(variance.multiply(variance.sqrt(DIGITS)), DIGITS)
                .doubleValue();
    }

    static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static BigDecimal power(List<Double> values, int exponent) {
        BigDecimal mean = exactMean(values);
        BigDecimal sum = BigDecimal.ZERO;
        for (double value : values) {
            sum = sum.add(new BigDecimal(value).subtract(mean).pow(exponent, DIGITS));
        }
        return sum;
    }

    private static BigDecimal exactMean(List<Double> values) {
        return exactSum(values).divide(BigDecimal.valueOf(values.size()), DIGITS);
    }

    private static BigDecimal exactSum(List<Double> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double value : values) {
            sum = sum.add(new BigDecimal(value));
        }
        return sum;
    }
}
