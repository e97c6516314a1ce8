package org.assay.signals;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Ready once the stream processing has its partitions and their state. */
@Singleton
@Readiness
@Requires(classes = HealthEndpoint.class)
@Requires(beans = StreamsLifecycle.class)
final class StreamsHealth implements HealthIndicator {

    private final StreamsLifecycle streams;

    StreamsHealth(StreamsLifecycle streams) {
        this.streams = streams;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        var state = streams.state();
        HealthStatus status =
                switch (state) {
                    case RUNNING -> HealthStatus.UP;
                    case CREATED, REBALANCING -> new HealthStatus("STARTING", null, false, null);
                    case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> HealthStatus.DOWN;
                };
        return Publishers.just(HealthResult.builder("streams", status)
                .details(Map.of("state", state.name()))
                .build());
    }
}
