package org.assay.signals.sink.health;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.assay.signals.sink.SinkFailure;

/** Whether Postgres answers. */
@Singleton
@Readiness
@Requires(beans = HealthEndpoint.class)
@Requires(property = "assay.signals.sink.enabled", notEquals = StringUtils.FALSE)
final class PostgresHealth extends AbstractHealthIndicator<Map<String, Object>> {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DataSource database;

    PostgresHealth(DataSource database) {
        this.database = database;
    }

    @Override
    protected String getName() {
        return "postgres";
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        try (Connection connection = database.getConnection()) {
            boolean answers = connection.isValid((int) PATIENCE.toSeconds());
            healthStatus = answers ? HealthStatus.UP : HealthStatus.DOWN;
            return Map.of();
        } catch (SQLException e) {
            healthStatus = HealthStatus.DOWN;
            SinkFailure failure = SinkFailure.of(e);
            return Map.of("code", failure.code(), "reason", failure.reason());
        }
    }
}
