package org.assay.ratings.quant;

import java.util.Arrays;
import org.assay.ratings.statistics.Samples;

/** Figures of a window's simple daily returns alone. */
final class DailyReturns {

    private final double[] values;
    private final double riskFree;

    /** @param riskFree rate of a day */
    DailyReturns(double[] values, double riskFree) {
        this.values = values;
        this.riskFree = riskFree;
    }

    int count() {
        return values.length;
    }

    double mean() {
        return Samples.mean(values);
    }

    double standardDeviation() {
        return Samples.varies(values) ? Samples.standardDeviation(values) : 0;
    }

    double downsideDeviation() {
        double sum = 0;
        for (double value : values) {
            double below = Math.min(value - riskFree, 0);
            sum += below * below;
        }
        return Math.sqrt(sum / values.length);
    }

    double skewness() {
        return Samples.skewness(values);
    }

    double excessKurtosis() {
        return Samples.excessKurtosis(values);
    }

    double tailRatio() {
        return Math.abs(Samples.quantile(values, 0.95)) / Math.abs(Samples.quantile(values, 0.05));
    }

    double valueAtRisk(double tail) {
        return -Samples.quantile(values, tail);
    }

    double expectedShortfall(double tail) {
        double threshold = Samples.quantile(values, tail);
        return -Arrays.stream(values)
                .filter(value -> value <= threshold)
                .average()
                .orElse(Double.NaN);
    }

    double gainsOverLosses(double threshold) {
        double gains = 0;
        double losses = 0;
        for (double value : values) {
            gains += Math.max(value - threshold, 0);
            losses += Math.max(threshold - value, 0);
        }
        return gains / losses;
    }

    double gainToPain() {
        double losses = 0;
        for (double value : values) {
            losses += Math.max(-value, 0);
        }
        return Samples.sum(values) / losses;
    }

    double winRate() {
        double wins = Arrays.stream(values).filter(value -> value > 0).count();
        double moves = Arrays.stream(values).filter(value -> value != 0).count();
        return wins / moves;
    }

    double payoffRatio() {
        double win = Arrays.stream(values).filter(value -> value > 0).average().orElse(Double.NaN);
        double loss = Arrays.stream(values).filter(value -> value < 0).average().orElse(Double.NaN);
        return win / -loss;
    }

    double best() {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }

    double worst() {
        return Arrays.stream(values).min().orElse(Double.NaN);
    }

    double autocorrelation() {
        return Samples.correlation(
                Arrays.copyOfRange(values, 1, values.length), Arrays.copyOfRange(values, 0, values.length - 1));
    }
}
