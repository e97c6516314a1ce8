package org.assay.ratings.grade;

/** Fifths of the scale of grades. */
public enum GradeClass {
    /** 80 and above. */
    VERY_STRONG(80),
    /** 60 to below 80. */
    STRONG(60),
    /** 40 to below 60. */
    NEUTRAL(40),
    /** 20 to below 40. */
    WEAK(20),
    /** Below 20. */
    VERY_WEAK(0);

    private final double from;

    GradeClass(double from) {
        this.from = from;
    }

    /** The lowest grade of the class. */
    public double from() {
        return from;
    }

    /**
     * The class of a grade.
     *
     * @param grade 0 to 100
     */
    public static GradeClass of(double grade) {
        for (GradeClass candidate : values()) {
            if (grade >= candidate.from) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("a grade of " + grade);
    }
}
