package org.assay.ratings.grade;

/** The two questions a grade answers. */
public enum GradeKind {
    /** How a token will do against the others over days (1 to 7). */
    TRADER,
    /** How a token will do against the others over months (30 to 90 days). */
    INVESTOR
}
