package org.assay.ingest;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.assay.ingest.worker.StreamStatus;
import org.reactivestreams.Publisher;

/** Ready when the workers run and Kafka takes their records; a venue that is away is a detail, not a failure. */
@Singleton
@Readiness
final class VenuesHealth implements HealthIndicator {

    private final VenueFleet fleet;

    VenuesHealth(VenueFleet fleet) {
        this.fleet = fleet;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        Map<String, Object> details = new TreeMap<>();
        for (VenueRuntime runtime : fleet.runtimes()) {
            StreamStatus status = runtime.status();
            details.put(
                    runtime.venue(),
                    Map.of(
                            "connections", status.connections(),
                            "streams", status.streams(),
                            "unconfirmed", status.unconfirmed(),
                            "stale", status.stale(),
                            "refused", status.refused()));
        }
        long failures = fleet.failures();
        details.put("publish_failures", failures);
        boolean up = !fleet.runtimes().isEmpty() && failures == 0;
        return Publishers.just(HealthResult.builder("venues", up ? HealthStatus.UP : HealthStatus.DOWN)
                .details(details)
                .build());
    }
}
