package org.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assay.events.token.AssetResolution;
import org.assay.events.token.TokenDirectory;
import org.assay.ingest.history.HistoryConfig;
import org.assay.ingest.publish.KafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestConfigTest {

    @Test
    void everyDefaultIsAsDocumented() {
        try (ApplicationContext context = IngestService.context(Map.of())) {
            assertThat(context.getBean(IngestConfig.class))
                    .isEqualTo(new IngestConfig(
                            List.of("binance", "coinbase", "kraken", "bybit", "okx"),
                            List.of("USD", "USDT", "USDC", "FDUSD", "EUR", "BTC", "ETH"),
                            List.of(),
                            List.of(),
                            400,
                            Duration.ofHours(1),
                            Duration.ofSeconds(60),
                            Duration.ofMinutes(15),
                            Duration.ofMillis(500),
                            Duration.ofSeconds(30),
                            100,
                            1,
                            null,
                            4096));
            assertThat(context.getBean(KafkaConfig.class)).isEqualTo(new KafkaConfig("localhost:9092", 4, (short) 1));
            assertThat(context.getBean(HistoryConfig.class))
                    .isEqualTo(new HistoryConfig(
                            true, Duration.ofDays(90), Duration.ofDays(7), Duration.ofHours(24), 200));
            assertThat(context.getBeansOfType(VenueEndpoint.class)).isEmpty();
        }
    }

    @Test
    void everyKeyIsRead() {
        Map<String, Object> settings = Map.ofEntries(
                Map.entry("assay.ingest.venues", "kraken,okx"),
                Map.entry("assay.ingest.quote-assets", "USD"),
                Map.entry("assay.ingest.asset-codes", "okx:GUSD=gusd,kraken:GUSD=gemini-dollar"),
                Map.entry("assay.ingest.tokens", "bitcoin,ethereum"),
                Map.entry("assay.ingest.max-markets", 7),
                Map.entry("assay.ingest.listing-interval", "5m"),
                Map.entry("assay.ingest.silence-floor", "10s"),
                Map.entry("assay.ingest.silence-ceiling", "1m"),
                Map.entry("assay.ingest.first-backoff", "1s"),
                Map.entry("assay.ingest.longest-backoff", "9s"),
                Map.entry("assay.ingest.backfill-pages", 3),
                Map.entry("assay.ingest.request-budget-factor", 10),
                Map.entry("assay.ingest.capture-directory", "/captures"),
                Map.entry("assay.ingest.capture-megabytes", 12),
                Map.entry("assay.ingest.history.enabled", false),
                Map.entry("assay.ingest.history.daily", "1d"),
                Map.entry("assay.ingest.history.hourly", "2d"),
                Map.entry("assay.ingest.history.minutely", "3h"),
                Map.entry("assay.ingest.history.candles-per-second", 9),
                Map.entry("assay.ingest.endpoints.kraken.websocket", "ws://localhost:1/ws"),
                Map.entry("assay.ingest.endpoints.kraken.rest", "http://localhost:2"),
                Map.entry("assay.kafka.bootstrap-servers", "broker:1"),
                Map.entry("assay.kafka.partitions", 9),
                Map.entry("assay.kafka.replication-factor", 3));
        try (ApplicationContext context = IngestService.context(settings)) {
            assertThat(context.getBean(IngestConfig.class))
                    .isEqualTo(new IngestConfig(
                            List.of("kraken", "okx"),
                            List.of("USD"),
                            List.of("okx:GUSD=gusd", "kraken:GUSD=gemini-dollar"),
                            List.of("bitcoin", "ethereum"),
                            7,
                            Duration.ofMinutes(5),
                            Duration.ofSeconds(10),
                            Duration.ofMinutes(1),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(9),
                            3,
                            10,
                            "/captures",
                            12));
            assertThat(context.getBean(HistoryConfig.class))
                    .isEqualTo(
                            new HistoryConfig(false, Duration.ofDays(1), Duration.ofDays(2), Duration.ofHours(3), 9));
            assertThat(context.getBean(VenueEndpoint.class))
                    .isEqualTo(new VenueEndpoint(
                            "kraken", URI.create("ws://localhost:1/ws"), URI.create("http://localhost:2")));
            assertThat(context.getBean(KafkaConfig.class)).isEqualTo(new KafkaConfig("broker:1", 9, (short) 3));
        }
    }

    @Test
    void anAssetCodeMeansWhatTheSettingsSay() {
        try (ApplicationContext context =
                IngestService.context(Map.of("assay.ingest.asset-codes", "okx:GUSD=gusd,kraken:GUSD=gemini-dollar"))) {
            TokenDirectory directory = context.getBean(TokenDirectory.class);

            assertThat(directory.resolve("okx", "GUSD")).hasToString(resolved(directory, "gusd"));
            assertThat(directory.resolve("kraken", "GUSD")).hasToString(resolved(directory, "gemini-dollar"));
        }
    }

    private static String resolved(TokenDirectory directory, String id) {
        return new AssetResolution.Resolved(directory.find(id).orElseThrow()).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "okx/GUSD, 'okx/GUSD, which is not of the form venue:CODE=token-id'",
        "nowhere:GUSD=gusd, name the venue nowhere",
        "okx:GUSD=no-such, 'cannot mean no-such, which is no token'",
        "'okx:GUSD=gusd,okx:GUSD=gemini-dollar', GUSD of okx twice"
    })
    void anAssetCodeThatCannotBeUnderstoodIsNamed(String setting, String message) {
        try (ApplicationContext context = IngestService.context(Map.of("assay.ingest.asset-codes", setting))) {
            assertThatThrownBy(() -> context.getBean(TokenDirectory.class)).hasStackTraceContaining(message);
        }
    }
}
