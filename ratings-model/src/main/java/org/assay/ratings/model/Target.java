package org.assay.ratings.model;

/**
 * What a model is trained to foretell.
 *
 * @param horizon the days between entry and exit, at least 1
 * @param kind how the return becomes a number
 */
public record Target(int horizon, Kind kind) {

    /** How the returns of a day become targets. */
    public enum Kind {
        /** The percentile rank of the return within the day, less 0.5. */
        RANK,
        /** The percentile rank of the return in units of the token's own volatility, less 0.5. */
        RISK_ADJUSTED_RANK
    }

    public Target {
        if (horizon < 1) {
            throw new IllegalArgumentException("a horizon of " + horizon + " days");
        }
    }
}
