package org.assay.ratings.index;

/** What made an index trade. */
public enum RebalanceTrigger {
    INCEPTION,
    /** A review day. */
    SCHEDULE,
    BEAR_REGIME,
    BEAR_ENDED,
    NO_PRICE
}
