package org.assay.ratings.scorecard;

/**
 * What following a signal made at one cost.
 *
 * @param costBasisPoints one-way cost in 0.01 %
 * @param longOnly compounded return of the long trades, in cash otherwise
 * @param longShort compounded return of the long and short trades
 */
public record StrategyResult(double costBasisPoints, double longOnly, double longShort) {}
