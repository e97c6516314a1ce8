package org.assay.ratings.scorecard;

/** How a trade ended. */
public enum ExitKind {
    /** The signal left the position. */
    SIGNAL,
    /** The token ended; the trade is marked at its last print. */
    TOKEN_ENDED,
    /** The position is still held; the trade is marked at the last print. */
    OPEN
}
