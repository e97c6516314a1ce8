package org.assay.ratings.signal;

/** Why a signal changed. */
public enum SignalReason {
    /** The grade reached the entry of a long position, and the trend agreed. */
    GRADE_HIGH_IN_UPTREND,
    /** The grade fell to the entry of a short position, and the trend agreed. */
    GRADE_LOW_IN_DOWNTREND,
    /** The grade fell below a long position's exit. */
    GRADE_BELOW_EXIT,
    /** The grade rose above a short position's exit. */
    GRADE_ABOVE_EXIT,
    /** The trend turned against the position by more than the band. */
    TREND_TURNED,
    /** There has been no grade for longer than allowed. */
    GRADE_MISSING
}
