package org.assay.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.assay.signals.market.CandleRules;
import org.assay.signals.price.PriceRules;
import org.junit.jupiter.api.Test;

class SignalsServiceTest {

    /** The service with nothing that would look for another service. */
    private static ApplicationContext alone(Map<String, Object> settings, Object... singletons) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("assay.signals.streams.enabled", false);
        all.put("assay.signals.sink.enabled", false);
        return SignalsService.start(all, singletons);
    }

    @Test
    void usesTheGivenClockAndItsOwnOtherwise() {
        Clock recording = Clock.fixed(Instant.parse("2024-08-08T23:54:00Z"), ZoneOffset.UTC);
        try (ApplicationContext given = alone(Map.of(), recording);
                ApplicationContext own = alone(Map.of())) {
            assertThat(given.getBean(Clock.class)).isSameAs(recording);
            assertThat(own.getBean(Clock.class)).isEqualTo(Clock.systemUTC());
        }
    }

    @Test
    void settingsHaveTheirDefaults() {
        try (ApplicationContext context = alone(Map.of())) {
            assertThat(context.getBean(KafkaConfiguration.class))
                    .isEqualTo(new KafkaConfiguration("localhost:9092", 4, 1, Duration.ofSeconds(6)));
            assertThat(context.getBean(StreamsConfiguration.class))
                    .isEqualTo(new StreamsConfiguration(
                            false,
                            "assay-signals",
                            2,
                            ".assay/signals",
                            Duration.ofSeconds(1),
                            Duration.ofMillis(20),
                            Duration.ofMillis(5),
                            64L << 20,
                            Duration.ofSeconds(30)));
            assertThat(context.getBean(CandleRules.class))
                    .isEqualTo(new CandleRules(
                            Duration.ofSeconds(2),
                            Duration.ofHours(48),
                            Duration.ofSeconds(60),
                            true,
                            Duration.ofSeconds(10),
                            Duration.ofHours(1)));
            assertThat(context.getBean(PriceRules.class))
                    .isEqualTo(new PriceRules(
                            Duration.ofSeconds(60),
                            Duration.ofMinutes(5),
                            Duration.ofMinutes(15),
                            new BigDecimal("5"),
                            3,
                            new BigDecimal("0.001"),
                            Duration.ofMillis(50),
                            Duration.ofSeconds(10)));
        }
    }

    @Test
    void everySettingIsReadUnderItsKey() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("assay.kafka.bootstrap-servers", "broker:1");
        settings.put("assay.kafka.partitions", 7);
        settings.put("assay.kafka.replication-factor", 3);
        settings.put("assay.signals.streams.application-id", "other");
        settings.put("assay.signals.streams.threads", 3);
        settings.put("assay.signals.streams.state-dir", "elsewhere");
        settings.put("assay.signals.streams.commit-interval", "70ms");
        settings.put("assay.signals.streams.poll-timeout", "30ms");
        settings.put("assay.signals.streams.producer-linger", "1ms");
        settings.put("assay.signals.streams.cache-bytes", 5);
        settings.put("assay.kafka.session-timeout", "9s");
        settings.put("assay.signals.streams.close-timeout", "8s");
        settings.put("assay.signals.candles.grace", "3s");
        settings.put("assay.signals.candles.retention", "0s");
        settings.put("assay.signals.candles.discontinuity", "90s");
        settings.put("assay.signals.candles.close-by-wall-clock", false);
        settings.put("assay.signals.candles.silence", "20s");
        settings.put("assay.signals.candles.future-tolerance", "2h");
        settings.put("assay.signals.prices.half-life", "30s");
        settings.put("assay.signals.prices.time-penalty", "1m");
        settings.put("assay.signals.prices.conversion-time-penalty", "2m");
        settings.put("assay.signals.prices.outlier-distance", "4");
        settings.put("assay.signals.prices.outlier-markets", 5);
        settings.put("assay.signals.prices.deviation-floor", "0.01");
        settings.put("assay.signals.prices.emission-interval", "20ms");
        settings.put("assay.signals.prices.venue-lag", "4s");
        try (ApplicationContext context = alone(settings)) {
            assertThat(context.getBean(KafkaConfiguration.class))
                    .isEqualTo(new KafkaConfiguration("broker:1", 7, 3, Duration.ofSeconds(9)));
            assertThat(context.getBean(StreamsConfiguration.class))
                    .isEqualTo(new StreamsConfiguration(
                            false,
                            "other",
                            3,
                            "elsewhere",
                            Duration.ofMillis(70),
                            Duration.ofMillis(30),
                            Duration.ofMillis(1),
                            5,
                            Duration.ofSeconds(8)));
            assertThat(context.getBean(CandleRules.class))
                    .isEqualTo(new CandleRules(
                            Duration.ofSeconds(3),
                            Duration.ZERO,
                            Duration.ofSeconds(90),
                            false,
                            Duration.ofSeconds(20),
                            Duration.ofHours(2)));
            assertThat(context.getBean(PriceRules.class))
                    .isEqualTo(new PriceRules(
                            Duration.ofSeconds(30),
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(2),
                            new BigDecimal("4"),
                            5,
                            new BigDecimal("0.01"),
                            Duration.ofMillis(20),
                            Duration.ofSeconds(4)));
        }
    }

    @Test
    void processesExactlyOnceAndCommitsAsOftenAsSet() {
        StreamsConfiguration configuration = new StreamsConfiguration(
                true,
                "assay-signals",
                2,
                "state",
                Duration.ofMillis(100),
                Duration.ofMillis(20),
                Duration.ofMillis(5),
                64L << 20,
                Duration.ofSeconds(30));
        var properties = StreamsLifecycle.properties(
                new KafkaConfiguration("broker:1", 4, 1, Duration.ofSeconds(6)), configuration);

        assertThat(properties)
                .containsEntry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2)
                .containsEntry(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100L)
                .containsEntry("producer.linger.ms", 5L);
        assertThat(new StreamsConfig(properties).getInt(StreamsConfig.NUM_STREAM_THREADS_CONFIG))
                .isEqualTo(2);
    }
}
