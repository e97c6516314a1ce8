package org.assay.bench.load;

import java.time.Duration;
import java.util.List;

/**
 * What a run under load came to.
 *
 * @param samples in the order they were taken, at least two
 * @param cpu that the watched processes spent between the first and the last sample
 */
record LoadResult(List<Backlog> samples, Duration cpu) {

    /** Trades a second that were really sent. */
    double tradesPerSecond() {
        return trades() / (samples.getLast().seconds() - samples.getFirst().seconds());
    }

    /** Trades sent between the first and the last sample. */
    long trades() {
        return samples.getLast().sent() - samples.getFirst().sent();
    }

    /** By how many records a second the backlog grew: the slope of the least-squares line. */
    double growthPerSecond() {
        double meanTime =
                samples.stream().mapToDouble(Backlog::seconds).average().orElseThrow();
        double meanTotal =
                samples.stream().mapToDouble(Backlog::total).average().orElseThrow();
        double covariance = 0;
        double variance = 0;
        for (Backlog sample : samples) {
            double distance = sample.seconds() - meanTime;
            covariance += distance * (sample.total() - meanTotal);
            variance += distance * distance;
        }
        return covariance / variance;
    }

    /** The mean backlog as a time: records on their way over trades a second. */
    double meanDelaySeconds() {
        return samples.stream().mapToDouble(Backlog::total).average().orElseThrow() / tradesPerSecond();
    }

    long greatestPriceAgeMs() {
        return samples.stream().mapToLong(Backlog::priceAgeMs).max().orElseThrow();
    }

    /** Processor time of the watched processes for each trade, in microseconds. */
    double cpuMicrosPerTrade() {
        return cpu.toNanos() / 1_000.0 / trades();
    }
}
