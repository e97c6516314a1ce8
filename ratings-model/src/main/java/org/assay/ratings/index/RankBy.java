package org.assay.ratings.index;

/** What candidates are ordered by, highest first; ties by symbol. */
public enum RankBy {
    MARKET_CAP,
    TRADER_GRADE,
    INVESTOR_GRADE
}
