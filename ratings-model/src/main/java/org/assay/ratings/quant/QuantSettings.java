package org.assay.ratings.quant;

/**
 * What the figures assume.
 *
 * @param riskFreeRate yearly rate that a riskless holding earns, 0.02 for 2 %; divided by {@code daysPerYear} for a day
 * @param daysPerYear days that a year of a market without holidays has
 * @param carryDays a missing close is taken from the last one of at most so many days before
 * @param minimumCoverage share of a window's days that must have a return
 * @param minimumReturns fewest returns that any figure is computed from
 */
public record QuantSettings(
        double riskFreeRate, int daysPerYear, int carryDays, double minimumCoverage, int minimumReturns) {

    public QuantSettings {
        if (!Double.isFinite(riskFreeRate) || riskFreeRate <= -1) {
            throw new IllegalArgumentException("risk-free rate: " + riskFreeRate);
        }
        if (daysPerYear < 1 || carryDays < 0 || minimumReturns < 2) {
            throw new IllegalArgumentException("days per year, carry days or minimum returns are too small");
        }
        if (!(minimumCoverage > 0 && minimumCoverage <= 1)) {
            throw new IllegalArgumentException("minimum coverage: " + minimumCoverage);
        }
    }

    /** 0 % risk-free, 365 days a year, 7 days carried, 80 % coverage, 20 returns. */
    public static QuantSettings defaults() {
        return new QuantSettings(0.0, 365, 7, 0.8, 20);
    }

    double dailyRiskFree() {
        return riskFreeRate / daysPerYear;
    }
}
