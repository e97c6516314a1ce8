package org.assay.ratings.evaluation;

/** The 2.5th and 97.5th percentile of a bootstrapped mean. */
public record Interval(double low, double high) {}
