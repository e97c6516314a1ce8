package org.assay.ingest;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.assay.ingest.publish.EventPublisher;
import org.assay.ingest.worker.VenueStats;
import org.assay.ingest.worker.VenueWorker;

/** The meters of the venues' workers, each tagged with its venue. */
@Singleton
final class WorkerMetrics {

    private static final double[] PERCENTILES = {0.5, 0.99};

    private final MeterRegistry registry;

    WorkerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void bind(EventPublisher publisher) {
        FunctionCounter.builder("assay.ingest.publish.failures", publisher, EventPublisher::failures)
                .description("Records that Kafka refused for good")
                .register(registry);
    }

    void bind(VenueWorker worker) {
        VenueStats stats = worker.stats();
        count(worker, "frames", "Frames received", stats.frames);
        count(worker, "trades", "Trades published", stats.trades);
        count(worker, "trades.duplicate", "Trades dropped because they were seen before", stats.duplicates);
        count(worker, "quotes", "Quotes received", stats.quotes);
        count(worker, "dead.letters", "Payloads that could not be read", stats.deadLetters);
        count(worker, "frames.ignored", "Frames of a kind that is not needed", stats.ignored);
        count(worker, "refusals", "Requests that the venue refused", stats.refusals);
        count(worker, "reconnects", "Connections lost", stats.reconnects);
        count(worker, "gaps", "Gaps found", stats.gaps);
        gauge(worker, "gaps.open", "Gaps not closed", stats.openGaps);
        gauge(worker, "streams.stale", "Streams silent for too long", stats.staleStreams);
        Timer latency = Timer.builder("assay.ingest.latency")
                .description("From the venue's time of a trade to its publication")
                .tag("venue", worker.venue())
                .publishPercentiles(PERCENTILES)
                .register(registry);
        stats.observeLatency(microseconds -> latency.record(Math.max(0, microseconds), TimeUnit.MICROSECONDS));
    }

    private void count(VenueWorker worker, String name, String description, AtomicLong count) {
        FunctionCounter.builder("assay.ingest." + name, count, AtomicLong::doubleValue)
                .description(description)
                .tag("venue", worker.venue())
                .register(registry);
    }

    private void gauge(VenueWorker worker, String name, String description, AtomicLong value) {
        Gauge.builder("assay.ingest." + name, value, AtomicLong::doubleValue)
                .description(description)
                .tag("venue", worker.venue())
                .register(registry);
    }
}
