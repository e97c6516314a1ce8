package org.assay.ratings.market;

/**
 * The thresholds of the regime.
 *
 * @param trendWeight weight of the trend vote; the three weights sum to 1
 * @param breadthWeight weight of the breadth vote
 * @param volatilityWeight weight of the volatility vote
 * @param enter score from which the market is a bull; its negative is a bear's
 * @param leave score below which it stops being one; its negative is a bear's
 * @param confirmDays days in a row that must call for a change
 * @param highGrade trader grade that counts as high in the share of high grades
 */
public record RegimeRules(
        double trendWeight,
        double breadthWeight,
        double volatilityWeight,
        double enter,
        double leave,
        int confirmDays,
        double highGrade) {

    public RegimeRules {
        if (Math.abs(trendWeight + breadthWeight + volatilityWeight - 1) > 1e-9) {
            throw new IllegalArgumentException("the weights do not sum to 1");
        }
        if (!(0 <= leave && leave < enter && enter <= 1) || confirmDays < 1) {
            throw new IllegalArgumentException("0 <= leave < enter <= 1 and at least one day of confirmation");
        }
    }

    /** Weights 0.50, 0.35 and 0.15, in at 0.35, out at 0.10, 3 days to confirm, high grades from 70. */
    public static RegimeRules defaults() {
        return new RegimeRules(0.50, 0.35, 0.15, 0.35, 0.10, 3, 70);
    }
}
