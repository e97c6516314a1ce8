package org.assay.ratings.evaluation;

/** How long a judged holding lasts. */
public enum Horizon {
    DAY(1, 1, true),
    WEEK(7, 2, true),
    MONTH(30, 3, false),
    QUARTER(90, 6, false);

    private final int days;
    private final int blockMonths;
    private final boolean trader;

    Horizon(int days, int blockMonths, boolean trader) {
        this.days = days;
        this.blockMonths = blockMonths;
        this.trader = trader;
    }

    /** From the close at entry to the close at exit. */
    public int days() {
        return days;
    }

    /** The length of the bootstrap's blocks in calendar months. */
    public int blockMonths() {
        return blockMonths;
    }

    /** Whether the Trader Grade answers for it; otherwise the Investor Grade does. */
    public boolean isTrader() {
        return trader;
    }

    /**
     * Finds a horizon by its length.
     *
     * @throws IllegalArgumentException when none is that long
     */
    public static Horizon ofDays(int days) {
        for (Horizon horizon : values()) {
            if (horizon.days == days) {
                return horizon;
            }
        }
        throw new IllegalArgumentException("no horizon of " + days + " days: there are 1, 7, 30 and 90");
    }
}
