package org.assay.ratings.correlation;

/**
 * One other token.
 *
 * @param symbol of the other token
 * @param correlation Pearson's, of simple daily returns
 * @param days on which both have a return
 */
public record PairCorrelation(String symbol, double correlation, int days) {}
