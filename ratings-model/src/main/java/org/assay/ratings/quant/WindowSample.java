package org.assay.ratings.quant;

/**
 * What the figures of one window are computed from.
 *
 * @param start first price
 * @param end last price
 * @param calendarDays between the two
 */
record WindowSample(
        QuantSettings settings,
        double start,
        double end,
        int calendarDays,
        DailyReturns returns,
        PricePath path,
        Comovement btc,
        Comovement market) {

    double cumulativeReturn() {
        return end / start - 1;
    }

    double growthRate() {
        return Math.pow(end / start, (double) settings.daysPerYear() / calendarDays) - 1;
    }

    double yearRoot() {
        return Math.sqrt(settings.daysPerYear());
    }

    double volatility() {
        return returns.standardDeviation() * yearRoot();
    }

    double sharpe() {
        return (returns.mean() - settings.dailyRiskFree()) / returns.standardDeviation() * yearRoot();
    }

    double sortino() {
        return (returns.mean() - settings.dailyRiskFree()) / returns.downsideDeviation() * yearRoot();
    }

    /** The comparison with a benchmark. */
    Comovement against(Benchmark benchmark) {
        return benchmark == Benchmark.BTC ? btc : market;
    }
}
