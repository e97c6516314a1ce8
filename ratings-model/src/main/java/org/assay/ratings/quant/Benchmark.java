package org.assay.ratings.quant;

/** What a figure compares a token with. */
public enum Benchmark {
    NONE,
    /** Bitcoin. */
    BTC,
    /** The mean of the universe's daily returns, see {@link EqualWeightedMarket}. */
    MARKET
}
