package org.assay.ratings.market;

/**
 * All that the next day's regime depends on, beside the day's score.
 *
 * @param regime in force
 * @param days since it began
 * @param candidate regime that the scores of the last days call for; equal to {@code regime} when none
 * @param confirmations days in a row that called for it
 */
public record RegimeState(MarketRegime regime, int days, MarketRegime candidate, int confirmations) {

    /** Neutral, nothing known. */
    public static RegimeState initial() {
        return new RegimeState(MarketRegime.NEUTRAL, 0, MarketRegime.NEUTRAL, 0);
    }
}
