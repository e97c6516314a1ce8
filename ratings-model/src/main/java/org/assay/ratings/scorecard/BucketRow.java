package org.assay.ratings.scorecard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came after the grades of one bucket at one horizon. The figures are absent when nothing did.
 *
 * @param lower lowest grade, included
 * @param upper highest grade, excluded but for 100
 * @param horizonDays days from entry to exit
 * @param outcomes token-days
 * @param meanReturn mean of the outcomes' returns
 * @param medianReturn their median
 * @param meanExcess mean of the returns less the mean of all graded tokens of the same day
 * @param beatMedian share of returns above the median of all graded tokens of the same day
 * @param netReturns mean return after a purchase and a sale, one for each cost of the settings
 */
public record BucketRow(
        int lower,
        int upper,
        int horizonDays,
        int outcomes,
        @Nullable Double meanReturn,
        @Nullable Double medianReturn,
        @Nullable Double meanExcess,
        @Nullable Double beatMedian,
        List<Double> netReturns) {

    public BucketRow {
        netReturns = List.copyOf(netReturns);
    }
}
