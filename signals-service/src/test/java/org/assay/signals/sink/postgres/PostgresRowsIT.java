package org.assay.signals.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.assay.events.topic.Topic;
import org.assay.events.v1.DeadLetter;
import org.assay.events.v1.Gap;
import org.assay.events.v1.Market;
import org.assay.events.v1.MarketEvent;
import org.assay.events.v1.Price;
import org.assay.signals.sink.Records;
import org.assay.signals.sink.SinkStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes a row, and where it goes. */
class PostgresRowsIT {

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
    void storesCommittedTransactionsOnlyAndGetsPastTheirMarkers() throws InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer = stage.transactional("sinks-it");
                ApplicationContext service = stage.service(database, Map.of())) {
            producer.beginTransaction();
            send(producer, Records.price("aborted", NOON, NOON, "1").build());
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            send(producer, Records.price("committed", NOON, NOON, "1").build());
            producer.commitTransaction();
            SinkStage.awaitStored(service);

            assertThat(rows("select token from price where token like '%mitted' or token = 'aborted'"))
                    .containsExactly("committed");
        }
    }

    @Test
    void singleTradesNeedNotBeStored() throws InterruptedException {
        stage.publish(Topic.TRADES, "off", Records.event(Records.trade("OFF", 1, NOON)));
        stage.publish(Topic.TRADES, "off", Records.event(Records.gap("off-1", Gap.Status.STATUS_OPEN)));

        stage.storeAll(database, Map.of("assay.signals.sink.store-trades", false));

        assertThat(rows("select count(*) from trade")).containsExactly("0");
        assertThat(rows("select status from gap where id = 'off-1'")).containsExactly("open");
    }

    @Test
    void storesNoMoreDeadLettersOfAVenueAndDayThanAllowed() throws InterruptedException {
        for (int i = 0; i < 8; i++) {
            stage.publish(Topic.DEAD_LETTERS, "noisy", letter("noisy", NOON + i));
        }
        stage.publish(Topic.DEAD_LETTERS, "noisy", letter("noisy", NOON + 24 * 60 * MINUTE));
        stage.publish(Topic.DEAD_LETTERS, "calm", letter("calm", NOON));

        stage.storeAll(
                database, Map.of("assay.signals.sink.dead-letters-per-day", 3, "assay.signals.sink.batch-records", 2));

        assertThat(
                        rows(
                                "select venue, count(*) from dead_letter where venue in ('noisy', 'calm') group by 1 order by 1"))
                .containsExactly("calm|1", "noisy|4");
    }

    @Test
    void makesPartitionsForAnyYear() throws InterruptedException {
        List<MarketEvent> events = new ArrayList<>();
        for (int year = 2016; year <= 2030; year++) {
            long time = Instant.parse(year + "-12-31T23:59:59.999999Z").getEpochSecond() * 1_000_000 + 999_999;
            events.add(Records.event(Records.trade("YEARS", year, time)));
            stage.publish(
                    Topic.CANDLES,
                    "years",
                    Records.candle("years", "1m", time - 59_999_999, 1, time).build());
            stage.publish(
                    Topic.CANDLES,
                    "years",
                    Records.candle("years", "1d", time - 59_999_999, 1, time).build());
            stage.publish(
                    Topic.PRICE_HISTORY,
                    "years",
                    Records.price("years", time, time, "1").build());
        }
        stage.publishAll(Topic.TRADES, "years", events);

        stage.storeAll(database, Map.of());

        assertThat(rows("select min(event_time), max(event_time), count(*), count(distinct trade.tableoid) from trade"
                        + " join market_key on id = market_id where symbol = 'YEARS'"))
                .containsExactly("2016-12-31 23:59:59.999999+00|2030-12-31 23:59:59.999999+00|15|15");
        assertThat(rows("select interval, count(*), count(distinct tableoid) from token_candle where token = 'years'"
                        + " group by 1 order by 1"))
                .containsExactly("1d|15|15", "1m|15|15");
        assertThat(rows("select count(*), count(distinct tableoid) from price where token = 'years'"))
                .containsExactly("15|15");
    }

    @Test
    void aMarketOfAnUnknownAssetGetsATokenOfItsVenueAndAnAmbiguousOneGetsNone() throws InterruptedException {
        stage.publish(
                Topic.INSTRUMENTS,
                "binance:ETHUSDT",
                Records.instrument("binance", "ETHUSDT", "ETH", "USDT")
                        .setMarket(Records.market("binance", "ETHUSDT"))
                        .build());
        stage.publish(
                Topic.INSTRUMENTS,
                "binance:QZXJ7USDT",
                Records.instrument("binance", "QZXJ7USDT", "QZXJ7", "USDT")
                        .setMarket(Market.newBuilder()
                                .setVenue("binance")
                                .setSymbol("QZXJ7USDT")
                                .setQuoteToken("tether"))
                        .setUnresolvedReason("unknown_base")
                        .build());

        stage.storeAll(database, Map.of());

        assertThat(rows("select symbol, base_token, quote_token, unresolved_reason, state, price_increment, streamed"
                        + " from market where symbol in ('ETHUSDT', 'QZXJ7USDT') order by 1"))
                .containsExactly(
                        "ETHUSDT|ethereum|tether|null|trading|0.01|t",
                        "QZXJ7USDT|qzxj7-binance|tether|unknown_base|trading|0.01|t");
        assertThat(rows("select symbol, name, rank, origin from token where id = 'qzxj7-binance'"))
                .containsExactly("QZXJ7|QZXJ7|null|venue");
        assertThat(rows("select rank, origin, symbol from token where id in ('bitcoin', 'ethereum') order by rank"))
                .containsExactly("1|directory|BTC", "2|directory|ETH");
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

    private static void send(KafkaProducer<byte[], byte[]> producer, Price price) {
        var _ = producer.send(new ProducerRecord<>(
                Topic.PRICE_HISTORY.topicName(),
                price.getToken().getBytes(StandardCharsets.UTF_8),
                price.toByteArray()));
    }

    private List<String> rows(String sql) {
        return SinkStage.rows(database, sql);
    }
}
