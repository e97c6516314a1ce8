package org.assay.ratings.evaluation;

/**
 * Two grades' daily figures held against each other on the days that both have.
 *
 * @param difference the mean of the daily differences
 * @param interval bootstrapped
 * @param p twice the smaller share of bootstrapped means on one side of 0
 */
public record Comparison(double difference, Interval interval, double p) {

    /** How much better the first series is than the second. */
    public static Comparison of(DailySeries first, DailySeries second, Horizon horizon) {
        DailySeries differences = first.minus(second);
        BlockBootstrap bootstrap = BlockBootstrap.of(differences, horizon);
        return new Comparison(differences.mean(), bootstrap.interval(), bootstrap.twoSidedP());
    }
}
