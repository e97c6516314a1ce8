package org.assay.ratings.index;

/**
 * One changed holding. Weights are shares of the index's value: the old one before costs, the new one after them.
 *
 * @param symbol of the token
 * @param oldUnits held before
 * @param newUnits held after
 * @param oldWeight share before
 * @param newWeight share after
 * @param price in USD at which it was traded
 * @param reason why
 * @param text the reason for people, with the figures that decided
 */
public record LedgerEntry(
        String symbol,
        double oldUnits,
        double newUnits,
        double oldWeight,
        double newWeight,
        double price,
        ChangeReason reason,
        String text) {}
