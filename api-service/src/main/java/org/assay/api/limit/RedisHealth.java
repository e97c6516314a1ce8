package org.assay.api.limit;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Says whether quotas are shared. Never a reason to take the service away: it serves without Redis. */
@Singleton
@Readiness
final class RedisHealth implements HealthIndicator {

    private final RedisLink redis;
    private final RateLimiter limiter;

    RedisHealth(RedisLink redis, RateLimiter limiter) {
        this.redis = redis;
        this.limiter = limiter;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromSupplier(() -> {
            boolean shared = redis.isOpen() && !limiter.isAlone();
            return HealthResult.builder("redis", HealthStatus.UP)
                    .details(Map.of(
                            "state", shared ? "ok" : "degraded",
                            "quotas", shared ? "shared by all instances" : "kept by this instance alone"))
                    .build();
        });
    }
}
