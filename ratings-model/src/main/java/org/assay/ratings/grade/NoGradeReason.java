package org.assay.ratings.grade;

import java.util.Locale;

/** Why a token has no grade on a day. */
public enum NoGradeReason {
    /** A stablecoin, a wrapped, staked or bridged token, a metal, a basket: it follows something else. */
    EXCLUDED,
    /** There is no close of that day. */
    NO_CLOSE_TODAY,
    /** A close is missing on one of the last 7 days. */
    GAP_IN_LAST_7_DAYS,
    /** Fewer than 60 closes so far. */
    TOO_SHORT_HISTORY,
    /** Fewer than half of the model's inputs are known. */
    TOO_FEW_INPUTS,
    /** Fewer than 10 tokens can be graded that day: there is nothing to stand among. */
    TOO_FEW_TOKENS;

    /** Stable, for answers: {@code too_short_history}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
