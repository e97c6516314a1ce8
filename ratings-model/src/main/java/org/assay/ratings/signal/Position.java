package org.assay.ratings.signal;

/** What a signal says to hold. */
public enum Position {
    SHORT(-1),
    FLAT(0),
    LONG(1);

    private final int value;

    Position(int value) {
        this.value = value;
    }

    /** -1, 0 or 1. */
    public int value() {
        return value;
    }

    /** The position of a value: negative is short, positive long, anything else (NaN too) flat. */
    public static Position of(double value) {
        if (value > 0) {
            return LONG;
        }
        return value < 0 ? SHORT : FLAT;
    }
}
