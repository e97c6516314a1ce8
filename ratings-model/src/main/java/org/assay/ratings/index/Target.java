package org.assay.ratings.index;

/**
 * What the next trade shall make of a token.
 *
 * @param symbol of the token
 * @param weight share of the index, 0 when it leaves
 * @param reason why
 * @param text the reason for people
 */
public record Target(String symbol, double weight, ChangeReason reason, String text) {}
