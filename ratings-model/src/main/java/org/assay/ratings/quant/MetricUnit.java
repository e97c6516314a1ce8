package org.assay.ratings.quant;

/** What a figure counts. */
public enum MetricUnit {
    /** A share or a return as a fraction: 0.1 is 10 %. */
    FRACTION,
    /** A fraction for a year. */
    FRACTION_PER_YEAR,
    /** A number without unit. */
    RATIO,
    /** Calendar days. */
    DAYS
}
