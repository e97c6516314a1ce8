package org.assay.ratings.index;

/** Why a holding changed. */
public enum ChangeReason {
    /** The index began. */
    INCEPTION,
    /** The token was selected. */
    ENTERED,
    /** The token ranks below the buffer. */
    LEFT_RANK,
    /** The token is no longer eligible. */
    NOT_ELIGIBLE,
    /** The token stays; its weight is set anew. */
    REWEIGHTED,
    /** The token has had no price for too long and was sold at its last print. */
    NO_PRICE,
    /** Everything was exchanged for the stablecoin in a bear market. */
    BEAR_REGIME,
    /** The stablecoin was exchanged for tokens after a bear market. */
    BEAR_ENDED
}
