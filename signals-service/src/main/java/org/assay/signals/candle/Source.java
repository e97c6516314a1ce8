package org.assay.signals.candle;

/** Where the numbers of a candle come from. */
public enum Source {
    /** Built here from trades. */
    TRADES(0),
    /** The venue's own candle. */
    VENUE(1),
    /** Both. */
    MIXED(2);

    private final int code;

    Source(int code) {
        this.code = code;
    }

    /** The number that stands for it in stored state. */
    int code() {
        return code;
    }

    static Source ofCode(long code) {
        for (Source source : values()) {
            if (source.code == code) {
                return source;
            }
        }
        throw new IllegalStateException("No source of candles has the code " + code);
    }

    Source with(Source other) {
        return this == other ? this : MIXED;
    }
}
