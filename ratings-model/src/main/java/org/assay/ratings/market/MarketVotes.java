package org.assay.ratings.market;

import org.jspecify.annotations.Nullable;

/**
 * What the regime's score is made of; each vote is absent while its inputs are.
 *
 * @param trend within [-1, 1], of the capitalisation-weighted market
 * @param breadth within [-1, 1], of the share of tokens above their 50-day average
 * @param volatility within [-1, 0]: high volatility for the market's own last year
 */
public record MarketVotes(
        @Nullable Double trend,
        @Nullable Double breadth,
        @Nullable Double volatility) {}
