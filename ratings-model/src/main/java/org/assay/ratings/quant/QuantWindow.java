package org.assay.ratings.quant;

/** How far back a figure looks, in calendar days that end with the day it is for. */
public enum QuantWindow {
    DAYS_30("30d", 30),
    DAYS_90("90d", 90),
    DAYS_365("365d", 365),
    /** From the token's first close. */
    ALL("all", Integer.MAX_VALUE);

    private final String code;
    private final int days;

    QuantWindow(String code, int days) {
        this.code = code;
        this.days = days;
    }

    /** As it is written in answers. */
    public String code() {
        return code;
    }

    /** The window's first price is this many days before its last; {@link Integer#MAX_VALUE} without a bound. */
    int days() {
        return days;
    }
}
