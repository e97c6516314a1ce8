package org.assay.ratings.universe;

/**
 * A token that is never graded.
 *
 * @param symbol as in the panel, capitals and small letters apart
 * @param category what kind of token it is
 * @param reason why it is left out
 */
public record Exclusion(String symbol, Category category, String reason) {

    /** Kinds of tokens whose price says nothing of their own. */
    public enum Category {
        STABLECOIN,
        WRAPPED,
        STAKED,
        METAL,
        REBASING,
        BASKET,
        /** The unit in which the price is quoted changes without notice. */
        UNIT
    }
}
