package org.assay.signals.sink.health;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.signals.sink.SinkFailure;
import org.assay.signals.sink.postgres.PostgresSinks;
import org.assay.signals.sink.postgres.SinkState;

/** Down while any sink does not store: Postgres or Kafka is away, or somebody must change a setting. */
@Singleton
@Readiness
@Requires(beans = {HealthEndpoint.class, PostgresSinks.class})
@Requires(property = "assay.signals.sink.enabled", notEquals = StringUtils.FALSE)
final class SinksHealth extends AbstractHealthIndicator<Map<String, Object>> {

    private final PostgresSinks sinks;

    SinksHealth(PostgresSinks sinks) {
        this.sinks = sinks;
    }

    @Override
    protected String getName() {
        return "sinks";
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        List<SinkState> states = sinks.states();
        healthStatus = states.stream().allMatch(state -> state.failure() == null) ? HealthStatus.UP : HealthStatus.DOWN;
        Map<String, Object> details = new LinkedHashMap<>();
        for (SinkState state : states) {
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("lag", state.lag());
            SinkFailure failure = state.failure();
            if (failure != null) {
                detail.put("code", failure.code());
                detail.put("reason", failure.reason());
            }
            details.put(state.sink(), detail);
        }
        return details;
    }
}
