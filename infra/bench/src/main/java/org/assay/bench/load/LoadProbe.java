package org.assay.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assay.bench.client.AssayApi;
import org.assay.bench.client.Metrics;
import org.assay.bench.client.SimulatorControl;
import org.assay.bench.process.ProcessTree;

/** Counts, while the simulator sends, how many records wait before each stage. */
final class LoadProbe {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final AssayApi api;
    private final SimulatorControl simulator;
    private final ProcessTree processes;
    private final String token;

    LoadProbe(AssayApi api, SimulatorControl simulator, ProcessTree processes, String token) {
        this.api = api;
        this.simulator = simulator;
        this.processes = processes;
        this.token = token;
    }

    /** Samples once a second for the given time; each sample is also handed to {@code progress}. */
    LoadResult measure(Duration duration, Consumer<Backlog> progress) throws IOException, InterruptedException {
        Counts base = counts();
        Instant start = Instant.now();
        Duration cpuBefore = processes.cpu();
        List<Backlog> samples = new ArrayList<>();
        while (samples.size() < 2 || Instant.now().isBefore(start.plus(duration))) {
            Backlog sample = sample(base, start);
            samples.add(sample);
            progress.accept(sample);
            Thread.sleep(EVERY);
        }
        return new LoadResult(samples, processes.cpu().minus(cpuBefore));
    }

    private Backlog sample(Counts base, Instant start) throws IOException, InterruptedException {
        Counts now = counts();
        Instant at = Instant.now();
        long sent = now.sent - base.sent;
        long published = now.published - base.published;
        long aggregated = now.aggregated - base.aggregated;
        long age = api.priceAsOf(token)
                .map(asOf -> Duration.between(asOf, Instant.now()).toMillis())
                .orElseThrow(() -> new IOException(token + " has no price"));
        return new Backlog(
                Duration.between(start, at).toNanos() / 1e9,
                sent,
                sent - published,
                published - aggregated,
                now.unstored,
                age);
    }

    /** The simulator is asked first, so that what is counted later cannot make a backlog look negative by much. */
    private Counts counts() throws IOException, InterruptedException {
        long sent = simulator.sent();
        Metrics metrics = api.metrics();
        return new Counts(
                sent,
                Math.round(metrics.sum("assay_ingest_trades_total")),
                Math.round(metrics.sum("assay_signals_market_events_total", "outcome=\"trade_")),
                Math.round(metrics.sum("assay_sink_lag")));
    }

    private record Counts(long sent, long published, long aggregated, long unstored) {}
}
