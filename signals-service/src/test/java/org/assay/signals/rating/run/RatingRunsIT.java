package org.assay.signals.rating.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.events.topic.Topic;
import org.assay.events.v1.Candle;
import org.assay.signals.SignalsService;
import org.assay.signals.rating.SyntheticMarket;
import org.assay.signals.sink.SinkStage;
import org.assay.testkit.clock.StubClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From candles in Postgres to ratings in Postgres, by way of Kafka. */
class RatingRunsIT {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 3, 1);
    private static final int FIRST = Math.toIntExact(FIRST_DAY.toEpochDay());
    private static final int TOKENS = 24;
    private static final int DAYS = 140;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private final SyntheticMarket market = new SyntheticMarket(TOKENS, FIRST, DAYS, 3);
    /** Five minutes after the end of the 130th day. */
    private final StubClock clock =
            StubClock.at(FIRST_DAY.plusDays(130).atTime(0, 5).toInstant(ZoneOffset.UTC));

    @Test
    void ratesThePastThenEachDayAndSaysNothingTwice() throws Exception {
        try (SinkStage stage = SinkStage.start(folder.resolve("first"))) {
            String database = stage.newDatabase();
            publish(stage, 0, 130);
            List<String> first;
            try (ApplicationContext service = service(stage, database)) {
                awaitRated(database, 130);
                SinkStage.awaitStored(service);
                first = dump(database);
                assertThat(rows(database, "select count(distinct valid_at) from grade where cadence = 'daily'"))
                        .containsExactly("71");
                assertThat(rows(database, "select count(*) from grade where cadence = 'hourly' and grade is not null"))
                        .isNotEqualTo(List.of("0"));
                assertThat(rows(database, "select count(distinct index_id) from index_level where level is not null")
                                .getFirst())
                        .isNotEqualTo("0");
            }

            SinkStage.run(database, "truncate rating_run");
            clock.advance(Duration.ofMinutes(10));
            try (ApplicationContext service = service(stage, database)) {
                awaitRated(database, 130);
                SinkStage.awaitStored(service);
                assertThat(dump(database))
                        .as("rated again, nothing new is said")
                        .isEqualTo(first);

                amendAndGoOn(stage, database, service);
            }
        }
        sameNumbersElsewhere();
    }

    /** A late amendment is a new version; what was said before stays. */
    private void amendAndGoOn(SinkStage stage, String database, ApplicationContext service) throws Exception {
        String grades = "select count(*) from grade where cadence = 'daily' and token = '%s' and kind = 'trader'"
                        .formatted(market.tokens().getFirst())
                + " and valid_at = '%s'".formatted(FIRST_DAY.plusDays(130));
        assertThat(rows(database, grades)).containsExactly("1");
        Candle late = market.days(0, FIRST + 129, FIRST + 130).getFirst();
        stage.publish(
                Topic.CANDLES,
                late.getToken(),
                late.toBuilder()
                        .setRevision(2)
                        .setClose(Double.toString(1.05 * Double.parseDouble(late.getClose())))
                        .setHigh(Double.toString(1.06 * Double.parseDouble(late.getHigh())))
                        .setKnownAtUs(late.getKnownAtUs() + 60_000_000L)
                        .build());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows(database, grades)).containsExactly("2"));

        publish(stage, 130, 131);
        clock.advance(Duration.ofDays(1));
        awaitRated(database, 131);
        SinkStage.awaitStored(service);
        assertThat(rows(database, "select max(valid_at)::date from index_level"))
                .containsExactly(FIRST_DAY.plusDays(131).toString());
    }

    private void sameNumbersElsewhere() throws Exception {
        clock.set(FIRST_DAY.plusDays(130).atTime(0, 5).toInstant(ZoneOffset.UTC));
        List<List<String>> dumps = new ArrayList<>();
        for (String name : List.of("second", "third")) {
            try (SinkStage stage = SinkStage.start(folder.resolve(name))) {
                String database = stage.newDatabase();
                publish(stage, 0, 130);
                clock.advance(Duration.ofSeconds(30));
                try (ApplicationContext service = service(stage, database)) {
                    awaitRated(database, 130);
                    SinkStage.awaitStored(service);
                    dumps.add(dump(database));
                }
            }
        }
        assertThat(dumps.getFirst()).isNotEmpty().isEqualTo(dumps.getLast());
    }

    private void publish(SinkStage stage, int from, int to) {
        for (int token = 0; token < TOKENS; token++) {
            List<Candle> candles = new ArrayList<>(market.days(token, FIRST + from, FIRST + to));
            candles.addAll(market.hours(token, (FIRST + Math.max(from, to - 4)) * 24L, (FIRST + to) * 24L));
            stage.publishAll(Topic.CANDLES, market.tokens().get(token), candles);
        }
    }

    private ApplicationContext service(SinkStage stage, String database) throws IOException {
        Path supplies = folder.resolve("supplies.csv");
        List<String> lines = new ArrayList<>(List.of("token,date,circulating,source"));
        market.tokens().forEach(token -> lines.add(token + "," + FIRST_DAY + ",1000000,test"));
        Files.write(supplies, lines);
        Map<String, Object> settings = stage.settings(database);
        settings.put("assay.signals.rating.enabled", true);
        settings.put("assay.signals.rating.check-interval", "500ms");
        settings.put("assay.signals.rating.supply-file", supplies.toString());
        return SignalsService.start(settings, clock);
    }

    private static void awaitRated(String database, int days) {
        String end = FIRST_DAY.plusDays(days).toString();
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(rows(
                        database,
                        "select cadence from rating_run where valid_at = '" + end + "' group by 1 order by 1"))
                .containsExactly("daily", "hourly"));
    }

    /** All ratings but when they were said. */
    private static List<String> dump(String database) {
        List<String> lines = new ArrayList<>();
        for (String table : List.of(
                "grade",
                "grade_explanation",
                "grade_cross_section",
                "signal",
                "index_level",
                "index_rebalance",
                "index_holding",
                "quant_metric",
                "correlation",
                "price_level",
                "forecast",
                "market_regime",
                "scorecard",
                "token_supply",
                "index_definition",
                "rating_rules")) {
            lines.addAll(rows(
                    database,
                    "select '" + table + "', (to_jsonb(t) - 'known_at')::text from " + table + " t order by 2"));
        }
        return lines;
    }

    private static List<String> rows(String database, String sql) {
        return SinkStage.rows(database, sql);
    }
}
