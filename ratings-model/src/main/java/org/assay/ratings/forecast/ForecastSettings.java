package org.assay.ratings.forecast;

import java.util.List;

/**
 * What forecasts are made by.
 *
 * @param horizons ascending by days
 * @param probabilities of the quantiles, ascending, symmetric about 0.5
 * @param shortDecay factor by which the weight of a squared return falls each day in the short-run variance
 * @param longDecay likewise in the long-run variance
 * @param fewestReturns of a token before its volatility is known
 * @param fewestOutcomes of all tokens before quantiles are read from them
 * @param overlapFactor independent outcomes that a calibration window of one horizon is taken to hold
 */
public record ForecastSettings(
        List<HorizonRules> horizons,
        List<Double> probabilities,
        double shortDecay,
        double longDecay,
        int fewestReturns,
        int fewestOutcomes,
        double overlapFactor) {

    public ForecastSettings {
        horizons = List.copyOf(horizons);
        probabilities = List.copyOf(probabilities);
        if (horizons.isEmpty() || probabilities.isEmpty() || !(overlapFactor > 0)) {
            throw new IllegalArgumentException("no horizons, no probabilities or no overlap factor");
        }
        for (double decay : List.of(shortDecay, longDecay)) {
            if (!(decay > 0 && decay < 1)) {
                throw new IllegalArgumentException("a decay lies between 0 and 1: " + decay);
            }
        }
    }

    /** Horizons of 1, 7 and 30 days, quantiles at 5, 25, 50, 75 and 95 %. */
    public static ForecastSettings defaults() {
        return new ForecastSettings(
                List.of(
                        new HorizonRules(1, 0.0, 730),
                        new HorizonRules(7, 0.25, 1095),
                        new HorizonRules(30, 0.5, 1825)),
                List.of(0.05, 0.25, 0.50, 0.75, 0.95),
                0.96,
                0.995,
                30,
                1000,
                2.0);
    }
}
