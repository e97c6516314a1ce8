package org.assay.signals.sink.health;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.assay.signals.sink.SinkFailure;
import org.assay.signals.sink.redis.LatestValueSink;

/** Whether the latest values reach Redis. */
@Singleton
@Readiness
@Requires(beans = {HealthEndpoint.class, LatestValueSink.class})
@Requires(property = "assay.signals.sink.enabled", notEquals = StringUtils.FALSE)
final class RedisHealth extends AbstractHealthIndicator<Map<String, Object>> {

    private final LatestValueSink latest;

    RedisHealth(LatestValueSink latest) {
        this.latest = latest;
    }

    @Override
    protected String getName() {
        return "redis";
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        Optional<SinkFailure> failure = latest.failure();
        healthStatus = failure.isEmpty() ? HealthStatus.UP : HealthStatus.DOWN;
        return failure.<Map<String, Object>>map(why -> Map.of("code", why.code(), "reason", why.reason()))
                .orElse(Map.of());
    }
}
