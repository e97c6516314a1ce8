package org.assay.ratings.quant;

import org.assay.ratings.statistics.Samples;

/** Figures of a token's returns against a benchmark's on the days that both have one. */
final class Comovement {

    private final double[] token;
    private final double[] benchmark;

    Comovement(double[] token, double[] benchmark) {
        this.token = token;
        this.benchmark = benchmark;
    }

    int count() {
        return token.length;
    }

    double beta() {
        return Samples.varies(benchmark)
                ? Samples.covariance(token, benchmark) / Samples.covariance(benchmark, benchmark)
                : Double.NaN;
    }

    double alpha(QuantSettings settings) {
        double riskFree = settings.dailyRiskFree();
        double daily = Samples.mean(token) - riskFree - beta() * (Samples.mean(benchmark) - riskFree);
        return daily * settings.daysPerYear();
    }

    double correlation() {
        return Samples.correlation(token, benchmark);
    }

    /** Of a day; NaN when the two never differ. */
    double informationRatio() {
        double[] difference = new double[token.length];
        for (int i = 0; i < token.length; i++) {
            difference[i] = token[i] - benchmark[i];
        }
        return Samples.varies(difference)
                ? Samples.mean(difference) / Samples.standardDeviation(difference)
                : Double.NaN;
    }
}
