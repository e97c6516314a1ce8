package org.assay.signals.sink.postgres;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.assay.signals.sink.SinkFailure;

/** What a sink measures: rows, batches, the time to commit, lag, and failures by code. */
final class SinkMetrics {

    private final MeterRegistry registry;
    private final Tags tags;
    private final Counter rows;
    private final DistributionSummary batch;
    private final Timer commit;

    SinkMetrics(MeterRegistry registry, String sink, Supplier<Number> lag) {
        this.registry = registry;
        this.tags = Tags.of("sink", sink);
        this.rows = Counter.builder("assay.sink.rows")
                .description("Rows written to Postgres")
                .tags(tags)
                .register(registry);
        this.batch = DistributionSummary.builder("assay.sink.batch")
                .description("Records in one transaction")
                .tags(tags)
                .register(registry);
        this.commit = Timer.builder("assay.sink.commit")
                .description("Time to write and commit one batch")
                .tags(tags)
                .register(registry);
        Gauge.builder("assay.sink.lag", lag)
                .description("Records in the topic that are not yet stored")
                .tags(tags)
                .register(registry);
    }

    void stored(int records, int written, long nanos) {
        rows.increment(written);
        batch.record(records);
        commit.record(nanos, NANOSECONDS);
    }

    void failed(SinkFailure failure) {
        registry.counter("assay.sink.failures", tags.and("code", failure.code()))
                .increment();
    }
}
