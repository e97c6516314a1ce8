package org.assay.ratings.grade;

/** Where a grade has been going over 7 days. */
public enum MomentumLabel {
    /** Up by 20 or more. */
    SURGING(20),
    /** Up by 5 to below 20. */
    GAINING(5),
    /** Changed by less than 5. */
    HOLDING(-5),
    /** Down by 5 to below 20. */
    LOSING(-20),
    /** Down by 20 or more. */
    CRASHING(Double.NEGATIVE_INFINITY);

    /** The days over which the change is taken. */
    public static final int DAYS = 7;

    private final double from;

    MomentumLabel(double from) {
        this.from = from;
    }

    /** The least change of the label; the lowest one has none and answers negative infinity. */
    public double from() {
        return from;
    }

    /** Whether a change of {@link #from()} itself has the label. */
    public boolean includesFrom() {
        return from > 0;
    }

    /**
     * The label of a change.
     *
     * @param change the grade less the grade of 7 days before
     */
    public static MomentumLabel of(double change) {
        for (MomentumLabel candidate : values()) {
            if (change > candidate.from || (candidate.includesFrom() && change == candidate.from)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("a change of " + change);
    }
}
