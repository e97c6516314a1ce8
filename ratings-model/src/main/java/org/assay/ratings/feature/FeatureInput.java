package org.assay.ratings.feature;

/** A column that a feature reads. */
public enum FeatureInput {
    OPEN,
    HIGH,
    LOW,
    CLOSE,
    VOLUME,
    MARKET_CAP,
    /** Which tokens are in the day's universe. */
    UNIVERSE,
    /** Daily aggregates of the token's chain. */
    CHAIN
}
