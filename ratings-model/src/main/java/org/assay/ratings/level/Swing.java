package org.assay.ratings.level;

/**
 * A turn of the price.
 *
 * @param day index of the day
 * @param logPrice natural logarithm of the high or low
 */
record Swing(int day, double logPrice) {}
