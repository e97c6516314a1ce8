package org.assay.ratings.feature;

/** What a feature speaks about; sub-scores of grades are sums over these groups. */
public enum FeatureGroup {
    /** Where the price has been going. */
    TREND,
    /** How much the price moves. */
    VOLATILITY,
    /** How the token's losses, jumps and co-movement with the market look. */
    RISK,
    /** How much is traded, and what trading costs. */
    LIQUIDITY,
    /** Capitalisation, supply and age. */
    SIZE,
    /** The state of the whole market, the same for all tokens. */
    MARKET,
    /** Activity and flows on the token's own chain. */
    CHAIN
}
