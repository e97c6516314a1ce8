package org.assay.ratings.forecast;

/**
 * How one horizon is calibrated.
 *
 * @param days until the outcome
 * @param longRunShare share of the long-run variance in the variance that returns are scaled with, 0 to 1
 * @param calibrationDays days of past starts whose outcomes are pooled
 */
public record HorizonRules(int days, double longRunShare, int calibrationDays) {

    public HorizonRules {
        if (days < 1 || calibrationDays < days || !(longRunShare >= 0 && longRunShare <= 1)) {
            throw new IllegalArgumentException("a horizon of " + days + " days cannot be calibrated so");
        }
    }
}
