package org.assay.ratings.scorecard;

/**
 * All tokens' signals at one cost. Means and medians are over tokens, each counted once.
 *
 * @param costBasisPoints one-way cost in 0.01 %
 * @param meanTrade mean net return of all trades
 * @param meanLongOnly mean compounded return of the long trades
 * @param medianLongOnly median of the same
 * @param meanLongShort mean compounded return of all trades
 * @param medianLongShort median of the same
 * @param beatHolding share of tokens whose long-only return exceeds that of holding
 */
public record CostSummary(
        double costBasisPoints,
        double meanTrade,
        double meanLongOnly,
        double medianLongOnly,
        double meanLongShort,
        double medianLongShort,
        double beatHolding) {}
