package org.assay.ratings.forecast;

import java.util.List;

/**
 * Quantiles of the standardised outcomes that were known on a day.
 *
 * @param horizon of the outcomes
 * @param day index of the day
 * @param outcomes how many there were
 * @param quantiles in units of the volatility until the horizon, one for each probability; empty when there were too few
 */
public record Calibration(HorizonRules horizon, int day, int outcomes, List<Double> quantiles) {

    public Calibration {
        quantiles = List.copyOf(quantiles);
    }
}
