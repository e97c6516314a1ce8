package org.assay.ratings.index;

/** What a constituent's weight is proportional to. */
public enum WeightScheme {
    CAP,
    SQRT_CAP,
    EQUAL,
    /** The grade that the index ranks by; with a ranking by capitalisation, the trader grade. */
    GRADE
}
