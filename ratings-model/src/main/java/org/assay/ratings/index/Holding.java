package org.assay.ratings.index;

import java.time.LocalDate;

/**
 * What an index holds of one token.
 *
 * @param symbol of the token
 * @param units number of tokens for an index of the current level
 * @param price last print in USD
 * @param pricedOn day of that print
 */
public record Holding(String symbol, double units, double price, LocalDate pricedOn) {

    /** In index points. */
    public double value() {
        return units * price;
    }
}
