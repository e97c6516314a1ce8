package org.assay.signals.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.Consumer;
import org.assay.events.topic.Topic;
import org.assay.events.v1.DeadLetter;
import org.assay.events.v1.Gap;
import org.assay.events.v1.MarketEvent;
import org.assay.events.v1.Price;
import org.assay.events.v1.Tick;
import org.assay.signals.sink.Records;
import org.assay.signals.sink.SinkProgress;
import org.assay.signals.sink.SinkStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresSinksIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long NOON = Records.START_US;
    private static final long MINUTE = 60_000_000L;

    @TempDir
    static Path folder;

    private static SinkStage stage;

    private String database;

    @BeforeAll
    static void start() throws InterruptedException {
        stage = SinkStage.start(folder);
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @BeforeEach
    void newDatabase() {
        database = stage.newDatabase();
    }

    @Test
    void storesEachTopicInItsTable() throws InterruptedException {
        stage.publish(Topic.TRADES, "kinds", Records.event(Records.trade("KINDS", 1, NOON + 123_456)));
        stage.publish(
                Topic.TRADES,
                "kinds",
                Records.event(Records.gap("kinds-1", Gap.Status.STATUS_FILLED_BY_TRADES)
                        .setClosedAtUs(NOON + 5_000_000)
                        .setFilledTrades(3)));
        stage.publish(
                Topic.TRADES,
                "kinds",
                MarketEvent.newBuilder()
                        .setTick(Tick.newBuilder().setVenue("binance"))
                        .build());
        stage.publish(
                Topic.CANDLES,
                "kinds",
                Records.candle("kinds", "1m", NOON, 1, NOON + MINUTE).build());
        stage.publish(
                Topic.CANDLES,
                "binance:KINDS",
                Records.candle("", "1h", NOON - 54 * MINUTE, 2, NOON + MINUTE)
                        .setVenue("binance")
                        .setSymbol("KINDS")
                        .clearOpen()
                        .clearQuoteVolume()
                        .clearTrades()
                        .build());
        stage.publish(
                Topic.PRICE_HISTORY,
                "kinds",
                Records.price("kinds", NOON, NOON + 1_000, "2683.1234567890123").build());
        stage.publish(Topic.VENUE_STATUS, "okx", Records.status("okx", NOON).build());

        stage.storeAll(database, Map.of());

        assertThat(rows("select venue, event_time, trade_id, price, amount, side, executions, backfilled"
                        + " from trade join market_key on id = market_id where symbol = 'KINDS'"))
                .containsExactly("binance|2024-08-08 23:54:00.123456+00|1|2683.12000000|0.10000000|s|1|f");
        assertThat(rows("select cause, status, from_time, to_time, found_at, closed_at, filled_trades from gap"
                        + " where id = 'kinds-1'"))
                .containsExactly("reconnect|filled_by_trades|2024-08-08 23:53:59+00|null|2024-08-08 23:54:00+00"
                        + "|2024-08-08 23:54:05+00|3");
        assertThat(rows("select interval, open_time, open, high, low, close, volume, quote_volume, trades, closed,"
                        + " complete, revision, source, known_at, tableoid::regclass from token_candle"
                        + " where token = 'kinds'"))
                .containsExactly("1m|2024-08-08 23:54:00+00|100|110.5|99.5|105|12.5|1300|7|t|t|1|trades"
                        + "|2024-08-08 23:55:00+00|token_candle_1m_2024_08");
        assertThat(rows("select interval, open, quote_volume, trades, revision, tableoid::regclass from market_candle"
                        + " where symbol = 'KINDS'"))
                .containsExactly("1h|null|null|null|2|market_candle_1h_2024");
        assertThat(rows("select valid_at, known_at, usd, as_of, sources->0->>'venue', sources->0->>'last_trade',"
                        + " sources->0->>'excluded' from price where token = 'kinds'"))
                .containsExactly("2024-08-08 23:54:00+00|2024-08-08 23:54:00.001+00|2683.1234567890123"
                        + "|2024-08-08 23:53:59.96+00|binance|2024-08-08T23:53:59.960Z|null");
        assertThat(rows("select name, state, streams, markets, frames, trades, as_of from venue where id = 'okx'"))
                .containsExactly("OKX|live|10|5|1000|900|2024-08-08 23:54:00+00");
    }

    @Test
    void readingTheLogAgainChangesNothing() throws InterruptedException {
        publishSomeOfEverything("again");
        stage.storeAll(database, Map.of());
        List<String> once = SinkStage.dump(database);

        // The same log into another database, in batches of another size.
        String other = stage.newDatabase();
        stage.storeAll(other, Map.of("assay.signals.sink.batch-records", 7));
        // The same log into the same database, from the start.
        SinkStage.run(database, "update sink_offset set next_offset = 0");
        stage.storeAll(database, Map.of());
        // What ingest may do: the same trades published again.
        stage.publishAll(Topic.TRADES, "again", trades("AGAIN", 500));
        stage.storeAll(database, Map.of());

        assertThat(once).anyMatch(line -> line.contains("AGAIN"));
        assertThat(SinkStage.dump(database)).isEqualTo(once);
        assertThat(SinkStage.dump(other)).isEqualTo(once);
    }

    @Test
    void whatPostgresLosesInACrashIsReadAgain() throws InterruptedException {
        stage.publishAll(Topic.TRADES, "crash", trades("CRASH", 1_000));
        stage.storeAll(database, Map.of());
        List<String> stored = SinkStage.dump(database);
        List<String> positions = rows("select topic, partition, next_offset from sink_offset where sink = 'trades'");

        // Rows and position are lost together, for they are one transaction; Kafka's own offsets are not asked.
        SinkStage.run(database, "delete from trade; update sink_offset set next_offset = 0 where sink = 'trades'");
        stage.storeAll(database, Map.of());

        assertThat(SinkStage.dump(database)).isEqualTo(stored);
        assertThat(rows("select topic, partition, next_offset from sink_offset where sink = 'trades'"))
                .containsExactlyInAnyOrderElementsOf(positions);
    }

    @Test
    void anotherProcessThatTookThePositionIsNoticedAndNothingIsStoredTwice() throws InterruptedException {
        try (ApplicationContext service = stage.service(database, Map.of())) {
            stage.publishAll(Topic.TRADES, "taken", trades("TAKEN", 100));
            SinkStage.awaitStored(service);
            // Another process has stored these already: less is to be done, and ours has to look again.
            SinkStage.run(database, "update sink_offset set next_offset = 0 where sink = 'trades'");
            stage.publish(Topic.TRADES, "taken", Records.event(Records.trade("TAKEN", 1_000, NOON)));
            SinkStage.awaitStored(service);
        }

        assertThat(rows("select count(*), count(distinct trade_id) from trade join market_key on id = market_id"
                        + " where symbol = 'TAKEN'"))
                .containsExactly("101|101");
    }

    @Test
    void aLogThatWasMadeAgainIsReadFromItsStart() throws InterruptedException {
        stage.publishAll(Topic.TRADES, "anew", trades("ANEW", 10));
        stage.storeAll(database, Map.of());

        SinkStage.run(database, "delete from trade; update sink_offset set topic_id = 'of-a-topic-that-is-gone'");
        stage.storeAll(database, Map.of());

        assertThat(rows("select count(*) from trade join market_key on id = market_id where symbol = 'ANEW'"))
                .containsExactly("10");
    }

    @Test
    void newerVersionsStayWhicheverComesFirst() throws InterruptedException {
        stage.publish(
                Topic.CANDLES,
                "order",
                Records.candle("order", "5m", NOON, 2, NOON + 9).setClose("2").build());
        stage.publish(
                Topic.CANDLES,
                "order",
                Records.candle("order", "5m", NOON, 1, NOON + 99).setClose("1").build());
        stage.publish(
                Topic.CANDLES,
                "order",
                Records.candle("order", "15m", NOON, 0, NOON + 20).setClose("3").build());
        stage.publish(
                Topic.CANDLES,
                "order",
                Records.candle("order", "15m", NOON, 0, NOON + 10).setClose("4").build());
        stage.publish(
                Topic.TRADES,
                "order",
                Records.event(Records.gap("order-1", Gap.Status.STATUS_FILLED_BY_CANDLES)
                        .setClosedAtUs(NOON + 20)
                        .setReason("late")));
        stage.publish(Topic.TRADES, "order", Records.event(Records.gap("order-1", Gap.Status.STATUS_OPEN)));
        stage.publish(
                Topic.TRADES,
                "order",
                Records.event(
                        Records.gap("order-1", Gap.Status.STATUS_UNFILLABLE).setClosedAtUs(NOON + 10)));
        stage.publish(
                Topic.VENUE_STATUS,
                "kraken",
                Records.status("kraken", NOON + 1).setFrames(2).build());
        stage.publish(
                Topic.VENUE_STATUS,
                "kraken",
                Records.status("kraken", NOON).setFrames(1).build());
        stage.publish(
                Topic.PRICE_HISTORY,
                "order",
                Records.price("order", NOON, NOON + 2, "2").build());
        stage.publish(
                Topic.PRICE_HISTORY,
                "order",
                Records.price("order", NOON, NOON + 1, "1").build());

        // One record a transaction and all in one: the order decides in the statement and in the table.
        String other = stage.newDatabase();
        stage.storeAll(database, Map.of("assay.signals.sink.batch-records", 1));
        stage.storeAll(other, Map.of());

        assertThat(
                        rows(
                                "select interval, close, revision from token_candle where token = 'order' order by interval desc"))
                .containsExactly("5m|2|2", "15m|3|0");
        assertThat(rows("select status, closed_at, reason from gap where id = 'order-1'"))
                .containsExactly("filled_by_candles|2024-08-08 23:54:00.00002+00|late");
        assertThat(rows("select frames from venue where id = 'kraken'")).containsExactly("2");
        assertThat(rows("select usd from price where token = 'order' order by known_at"))
                .containsExactly("1", "2");
        assertThat(SinkStage.dump(other)).isEqualTo(SinkStage.dump(database));
    }

    @Test
    void aRecordThatCannotBeStoredBecomesADeadLetterAndStopsNobody() throws InterruptedException {
        stage.publish(Topic.TRADES, "poison", Records.event(Records.trade("POISON", 1, NOON)));
        stage.publish(Topic.TRADES, "poison", new byte[] {(byte) 0xff, 1, 2, 3});
        stage.publish(
                Topic.TRADES,
                "poison",
                Records.event(Records.trade("POISON", 2, NOON).setPrice("12,5")));
        stage.publish(
                Topic.TRADES,
                "poison",
                Records.event(Records.trade("POISON", 3, NOON).setPrice("NaN")));
        stage.publish(Topic.TRADES, "poison", Records.event(Records.trade("POISON", 4, 17)));
        stage.publish(Topic.TRADES, "poison", Records.event(Records.trade("POISON\0", 5, NOON)));
        stage.publish(Topic.TRADES, "poison", Records.event(Records.trade("POISON", 6, NOON)));
        stage.publish(
                Topic.CANDLES,
                "poison",
                Records.candle("poison", "7m", NOON, 1, NOON).build());
        stage.publish(Topic.DEAD_LETTERS, "poison", "not a dead letter".getBytes(StandardCharsets.UTF_8));

        try (ApplicationContext service = stage.service(database, Map.of())) {
            await().atMost(PATIENCE)
                    .ignoreExceptions() // The table may not be there yet.
                    .untilAsserted(() -> assertThat(rows("select code, split_part(source_url, '/', 1) from dead_letter"
                                    + " where venue = 'assay' order by 2, 1"))
                            .containsExactly(
                                    "unknown_value|kafka:assay.candles",
                                    "unreadable_record|kafka:assay.dead-letters",
                                    "bad_text|kafka:assay.trades",
                                    "bad_time|kafka:assay.trades",
                                    "unreadable_record|kafka:assay.trades",
                                    "unstorable_record|kafka:assay.trades",
                                    "unstorable_record|kafka:assay.trades"));
            SinkStage.awaitStored(service);
        }

        assertThat(rows("select trade_id from trade join market_key on id = market_id where symbol = 'POISON'"
                        + " order by 1"))
                .containsExactly("1", "6");
        assertThat(rows("select payload from dead_letter where code = 'unreadable_record'"
                        + " and source_url like 'kafka:assay.trades/%'"))
                .containsExactly("/wECAw==");
    }

    @Test
    void takesOverSoonFromOneThatDied() throws InterruptedException {
        try (ApplicationContext service = stage.service(database, Map.of("assay.signals.sink.enabled", false))) {
            Consumer<byte[], byte[]> dying = service.getBean(SinkKafka.class).consumer("trades");
            dying.subscribe(List.of(Topic.TRADES.topicName()));
            await().atMost(PATIENCE)
                    .until(() -> dying.poll(Duration.ofMillis(100)) != null
                            && !dying.assignment().isEmpty());
            dying.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.REMAIN_IN_GROUP));
        }
        stage.publishAll(Topic.TRADES, "heir", trades("HEIR", 20));

        try (ApplicationContext service = stage.service(database, Map.of())) {
            assertThat(service.getBean(SinkProgress.class).awaitCaughtUp(Duration.ofSeconds(30)))
                    .isTrue();
        }
    }

    @Test
    void waitsWhileTheDatabaseIsAwayAndThenStoresAll() throws InterruptedException {
        try (ApplicationContext service = stage.service(database, Map.of())) {
            SinkStage.awaitStored(service);
            PostgresSinks sinks = service.getBean(PostgresSinks.class);
            SinkStage.run("postgres", "alter database " + database + " allow_connections false");
            SinkStage.run(
                    "postgres",
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");

            stage.publishAll(Topic.TRADES, "away", trades("AWAY", 300));
            await().atMost(PATIENCE).until(() -> sinks.states().stream()
                    .anyMatch(state -> state.sink().equals("trades") && state.failure() != null));
            assertThat(service.getBean(SinkProgress.class).caughtUp()).isFalse();

            SinkStage.run("postgres", "alter database " + database + " allow_connections true");
            SinkStage.awaitStored(service);
            assertThat(sinks.states()).allMatch(state -> state.failure() == null);
        }

        assertThat(rows("select count(*) from trade join market_key on id = market_id where symbol = 'AWAY'"))
                .containsExactly("300");
    }

    @Test
    void startsBeforeTheDatabaseDoes() throws InterruptedException {
        stage.publishAll(Topic.TRADES, "early", trades("EARLY", 20));
        SinkStage.run("postgres", "alter database " + database + " allow_connections false");
        try (ApplicationContext service = stage.service(database, Map.of())) {
            PostgresSinks sinks = service.getBean(PostgresSinks.class);
            await().atMost(PATIENCE).until(() -> sinks.states().stream()
                    .allMatch(state ->
                            state.failure() != null && state.failure().code().startsWith("database_")));
            assertThat(service.getBean(SinkProgress.class).caughtUp()).isFalse();

            SinkStage.run("postgres", "alter database " + database + " allow_connections true");
            SinkStage.awaitStored(service);
        }

        assertThat(rows("select count(*) from trade join market_key on id = market_id where symbol = 'EARLY'"))
                .containsExactly("20");
    }

    private void publishSomeOfEverything(String key) {
        stage.publishAll(Topic.TRADES, key, trades("AGAIN", 500));
        for (int i = 0; i < 50; i++) {
            stage.publish(
                    Topic.TRADES,
                    key,
                    Records.event(Records.gap(key + i % 10, Gap.Status.forNumber(1 + i % 5))
                            .setFilledTrades(i)
                            .setFoundAtUs(NOON + i)));
            stage.publish(
                    Topic.CANDLES,
                    key,
                    Records.candle(key, "1m", NOON + (i % 5) * MINUTE, i / 10, NOON + i)
                            .setClose(Integer.toString(i))
                            .build());
            Price price = Records.price(key, NOON + (i % 7) * MINUTE, NOON + i, Integer.toString(i + 1))
                    .build();
            stage.publish(Topic.PRICE_HISTORY, key, price);
        }
        stage.publish(Topic.DEAD_LETTERS, key, letter(key, NOON));
    }

    private static List<MarketEvent> trades(String symbol, int count) {
        List<MarketEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(Records.event(Records.trade(symbol, i, NOON + i * 1_000L)));
        }
        return events;
    }

    private static DeadLetter letter(String venue, long atUs) {
        return DeadLetter.newBuilder()
                .setVenue(venue)
                .setCode("malformed_json")
                .setReason("Unexpected end")
                .setPayload("{\"a\":\0")
                .setSourceUrl("wss://example.test/ws")
                .setReceivedAtUs(atUs)
                .build();
    }

    private List<String> rows(String sql) {
        return SinkStage.rows(database, sql);
    }
}
