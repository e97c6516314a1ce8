package org.assay.ratings.scorecard;

import java.util.Arrays;
import java.util.List;
import org.assay.ratings.statistics.Samples;

/** Gathers the outcomes of one bucket. */
final class BucketTally {

    private final int lower;
    private final int upper;
    private double[] returns = new double[64];
    private int count;
    private double excess;
    private int beat;

    BucketTally(int lower, int width) {
        this.lower = lower;
        this.upper = lower + width;
    }

    /** @param mean of the same day's returns, as {@code median} */
    void add(double simpleReturn, double mean, double median) {
        if (count == returns.length) {
            returns = Arrays.copyOf(returns, 2 * count);
        }
        returns[count++] = simpleReturn;
        excess += simpleReturn - mean;
        beat += simpleReturn > median ? 1 : 0;
    }

    BucketRow row(int horizonDays, List<Double> costs) {
        if (count == 0) {
            return new BucketRow(lower, upper, horizonDays, 0, null, null, null, null, List.of());
        }
        double[] all = Arrays.copyOf(returns, count);
        double mean = Samples.mean(all);
        List<Double> net = costs.stream()
                .map(cost -> {
                    double kept = 1 - cost / 10_000;
                    return kept * kept * (1 + mean) - 1;
                })
                .toList();
        return new BucketRow(
                lower,
                upper,
                horizonDays,
                count,
                mean,
                Samples.median(all),
                excess / count,
                (double) beat / count,
                net);
    }
}
