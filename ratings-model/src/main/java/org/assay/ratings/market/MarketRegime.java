package org.assay.ratings.market;

/** The state of the whole market. */
public enum MarketRegime {
    BEAR(-1),
    NEUTRAL(0),
    BULL(1);

    private final int value;

    MarketRegime(int value) {
        this.value = value;
    }

    /** -1, 0 or 1. */
    public int value() {
        return value;
    }
}
