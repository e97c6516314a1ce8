package org.assay.ratings.scorecard;

import java.util.List;

/**
 * The rules of a scorecard.
 *
 * @param horizons days that grades are held against
 * @param costBasisPoints one-way costs in 0.01 % that results are given for, ascending
 * @param bucketWidth width of a grade bucket; 100 is a multiple of it
 * @param endedAfterDays a token without a close for longer than this before the last day has ended
 */
public record ScorecardSettings(
        List<Integer> horizons, List<Double> costBasisPoints, int bucketWidth, int endedAfterDays) {

    public ScorecardSettings {
        horizons = List.copyOf(horizons);
        costBasisPoints = List.copyOf(costBasisPoints);
        if (horizons.isEmpty() || horizons.stream().anyMatch(days -> days < 1)) {
            throw new IllegalArgumentException("horizons are at least one, of at least a day");
        }
        if (costBasisPoints.stream().anyMatch(cost -> !(cost >= 0 && cost < 10_000))) {
            throw new IllegalArgumentException("costs lie between 0 and 10,000 basis points");
        }
        if (bucketWidth < 1 || 100 % bucketWidth != 0 || endedAfterDays < 0) {
            throw new IllegalArgumentException("the bucket width divides 100; days are not negative");
        }
    }

    /** 1, 7, 30 and 90 days; 0, 10 and 30 basis points; buckets of 10; ended after 7 days without close. */
    public static ScorecardSettings defaults() {
        return new ScorecardSettings(List.of(1, 7, 30, 90), List.of(0.0, 10.0, 30.0), 10, 7);
    }
}
