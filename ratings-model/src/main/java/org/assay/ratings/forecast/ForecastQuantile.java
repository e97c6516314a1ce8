package org.assay.ratings.forecast;

/**
 * One quantile of a future return.
 *
 * @param probability that the outcome is at or below
 * @param simpleReturn until the horizon: 0.1 is +10 %
 * @param price last close times (1 + return), in USD
 */
public record ForecastQuantile(double probability, double simpleReturn, double price) {}
