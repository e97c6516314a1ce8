package org.assay.signals.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.assay.signals.SignalsService;
import org.assay.signals.sink.partition.RetentionConfiguration;
import org.assay.signals.sink.postgres.PostgresConfiguration;
import org.assay.signals.sink.redis.RedisConfiguration;
import org.junit.jupiter.api.Test;

class SinkConfigurationTest {

    private static ApplicationContext alone(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("assay.signals.streams.enabled", false);
        all.put("assay.signals.sink.enabled", false);
        return SignalsService.start(all);
    }

    @Test
    void everySettingHasItsDefault() {
        try (ApplicationContext context = alone(Map.of())) {
            assertThat(context.getBean(SinkConfiguration.class))
                    .isEqualTo(new SinkConfiguration(
                            false, true, 5_000, Duration.ofMillis(200), 10_000, Duration.ofMillis(100)));
            assertThat(context.getBean(RetentionConfiguration.class))
                    .isEqualTo(new RetentionConfiguration(
                            true,
                            Duration.ofDays(2),
                            Duration.ofDays(90),
                            Duration.ofDays(400),
                            Duration.ofDays(30),
                            Duration.ofDays(90),
                            Duration.ofDays(7),
                            Duration.ofDays(400),
                            Duration.ofHours(1)));
            assertThat(context.getBean(PostgresConfiguration.class))
                    .isEqualTo(new PostgresConfiguration("localhost", 5432, "assay", "assay", null));
            assertThat(context.getBean(RedisConfiguration.class))
                    .isEqualTo(new RedisConfiguration("redis://localhost:6379"));
        }
    }

    @Test
    void everySettingIsReadUnderItsKey() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("assay.signals.sink.store-trades", false);
        settings.put("assay.signals.sink.batch-records", 10);
        settings.put("assay.signals.sink.fetch-wait", "1s");
        settings.put("assay.signals.sink.dead-letters-per-day", 3);
        settings.put("assay.signals.sink.redis-interval", "5ms");
        settings.put("assay.signals.retention.enabled", false);
        settings.put("assay.signals.retention.trades", "1d");
        settings.put("assay.signals.retention.minute-candles", "2d");
        settings.put("assay.signals.retention.prices", "3d");
        settings.put("assay.signals.retention.dead-letters", "4d");
        settings.put("assay.signals.retention.hourly-ratings", "5d");
        settings.put("assay.signals.retention.hourly-explanations", "6d");
        settings.put("assay.signals.retention.rating-documents", "7d");
        settings.put("assay.signals.retention.sweep-interval", "5m");
        settings.put("assay.postgres.host", "db");
        settings.put("assay.postgres.port", 6000);
        settings.put("assay.postgres.database", "d");
        settings.put("assay.postgres.username", "u");
        settings.put("assay.postgres.password", "p");
        settings.put("assay.redis.uri", "redis://cache:1");
        try (ApplicationContext context = alone(settings)) {
            assertThat(context.getBean(SinkConfiguration.class))
                    .isEqualTo(new SinkConfiguration(false, false, 10, Duration.ofSeconds(1), 3, Duration.ofMillis(5)));
            assertThat(context.getBean(RetentionConfiguration.class))
                    .isEqualTo(new RetentionConfiguration(
                            false,
                            Duration.ofDays(1),
                            Duration.ofDays(2),
                            Duration.ofDays(3),
                            Duration.ofDays(4),
                            Duration.ofDays(5),
                            Duration.ofDays(6),
                            Duration.ofDays(7),
                            Duration.ofMinutes(5)));
            assertThat(context.getBean(PostgresConfiguration.class))
                    .isEqualTo(new PostgresConfiguration("db", 6000, "d", "u", "p"));
            assertThat(context.getBean(RedisConfiguration.class)).isEqualTo(new RedisConfiguration("redis://cache:1"));
        }
    }
}
