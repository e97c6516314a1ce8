package org.assay.signals.rating.run;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;

/**
 * What was rated last, and how far that is behind. No part of readiness: prices are served whether ratings are made or not.
 * Down when ratings have begun and the last day is overdue by a day.
 */
@Singleton
@Requires(classes = HealthEndpoint.class)
@Requires(beans = RatingRuns.class)
final class RatingHealth implements HealthIndicator {

    private static final Duration DAY = Duration.ofDays(1);

    private final RatingRuns runs;
    private final Clock clock;

    RatingHealth(RatingRuns runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        RatingStatus status = runs.status();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("state", status.state());
        putIfThere(details, "code", status.code());
        if (!status.detail().isEmpty()) {
            details.put("detail", status.detail());
        }
        putIfThere(details, "model", status.model());
        putIfThere(details, "rated_day_end", status.ratedDay());
        putIfThere(details, "rated_hour_end", status.ratedHour());
        Instant rated = status.ratedDay();
        boolean overdue = false;
        if (rated != null) {
            // The next day is over this long and not rated.
            Duration lag = Duration.between(rated.plus(DAY), clock.instant());
            details.put("lag_seconds", Math.max(0, lag.toSeconds()));
            overdue = lag.compareTo(DAY) > 0;
        }
        return Publishers.just(HealthResult.builder("rating", overdue ? HealthStatus.DOWN : HealthStatus.UP)
                .details(details)
                .build());
    }

    private static void putIfThere(
            Map<String, Object> details, String name, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            details.put(name, value.toString());
        }
    }
}
