package org.assay.bench.visibility;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.assay.bench.client.AssayApi;
import org.assay.bench.client.SimulatorControl;
import org.assay.bench.client.SimulatorControl.SimulatedMarket;
import org.assay.bench.client.SimulatorControl.SimulatedTrade;

/**
 * How long after it happened a trade shows in {@code /v1/prices}. A client asks for one token's price every few
 * milliseconds and notes when it first sees each {@code as_of}; afterwards every trade of the token is looked up in the simulator, and its
 * latency is the time from the trade to the first answer whose {@code as_of} is not before it. Trades that were overtaken
 * by a newer one count too, so that conflation cannot hide anything. Simulator and probe share the machine's clock.
 */
final class VisibilityProbe {

    private static final long LONGEST_US = Duration.ofMinutes(1).toNanos() / 1_000;

    /** Adds up to as much to a latency, and leaves the machine to what is measured. */
    private static final Duration POLL = Duration.ofMillis(5);

    private final AssayApi api;
    private final SimulatorControl simulator;

    VisibilityProbe(AssayApi api, SimulatorControl simulator) {
        this.api = api;
        this.simulator = simulator;
    }

    /**
     * Latencies in microseconds.
     *
     * @param warmUp asks as it does later and counts nothing: the start of this process takes from what is measured
     */
    Histogram measure(String token, Duration warmUp, Duration duration) throws IOException, InterruptedException {
        List<Sighting> sightings = new ArrayList<>();
        Instant start = Instant.now().plus(warmUp);
        Instant end = start.plus(duration);
        Instant newest = Instant.EPOCH;
        while (Instant.now().isBefore(end)) {
            Optional<Instant> asOf = api.priceAsOf(token);
            if (asOf.isPresent() && asOf.get().isAfter(newest)) {
                newest = asOf.get();
                sightings.add(new Sighting(Instant.now(), newest));
            }
            Thread.sleep(POLL);
        }
        Histogram latencies = new Histogram(LONGEST_US, 3);
        for (SimulatedMarket market : simulator.markets()) {
            if (market.token().equals(token)) {
                record(simulator.trades(market.id(), start, newest), sightings, latencies);
            }
        }
        return latencies;
    }

    static void record(List<SimulatedTrade> trades, List<Sighting> sightings, Histogram latencies) {
        int next = 0;
        for (SimulatedTrade trade : trades) {
            while (next < sightings.size() && micros(sightings.get(next).asOf()) < trade.timeUs()) {
                next++;
            }
            if (next < sightings.size()) {
                long latency = micros(sightings.get(next).seen()) - trade.timeUs();
                latencies.recordValue(Math.clamp(latency, 0, LONGEST_US));
            }
        }
    }

    private static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }

    /**
     * The first answer with an {@code as_of}.
     *
     * @param seen when it was received
     */
    record Sighting(Instant seen, Instant asOf) {}
}
