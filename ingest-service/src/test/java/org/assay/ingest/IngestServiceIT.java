package org.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.mockwebserver.MockResponse;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.assay.events.serde.ProtobufDeserializer;
import org.assay.events.topic.Topic;
import org.assay.events.v1.Gap;
import org.assay.events.v1.MarketEvent;
import org.assay.events.v1.StreamPosition;
import org.assay.events.v1.Tick;
import org.assay.events.v1.Trade;
import org.assay.events.v1.VenueCandle;
import org.assay.ingest.fake.FakeExchange;
import org.assay.ingest.fake.FakeVenue;
import org.assay.ingest.publish.CompactedTopic;
import org.assay.ingest.publish.KafkaConfig;
import org.assay.ingest.venue.SequenceRule;
import org.assay.testkit.embedded.EmbeddedKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The service against a real Kafka and a scripted venue. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class IngestServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    static Path folder;

    private EmbeddedKafka kafka;
    private FakeExchange exchange;
    private Consumer<String, MarketEvent> consumer;
    private final List<MarketEvent> events = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        kafka = EmbeddedKafka.start(folder.resolve(Long.toString(System.nanoTime())));
        exchange = new FakeExchange();
        exchange.answer("/listings", "ETH-USDT\nUSDT-USD");
        exchange.answer("/trades", "whole");
        exchange.answer("/candles", "");
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new ProtobufDeserializer<>(MarketEvent.parser()));
    }

    @AfterEach
    void stop() throws Exception {
        consumer.close();
        exchange.close();
        kafka.close();
    }

    @Test
    void tradesAndTicksArriveInKafka() {
        try (ApplicationContext service = service(Map.of())) {
            awaitStreams();
            exchange.send("T ETH-USDT 1 3120.5 0.25 " + now());

            awaitEvents(() -> assertThat(trades()).extracting(Trade::getPrice).contains("3120.5"));
            awaitEvents(() -> assertThat(ticks()).anyMatch(tick -> tick.getConnected() && tick.getNotLiveCount() == 0));
            assertThat(service.isRunning()).isTrue();
        }
    }

    @Test
    void aDroppedConnectionIsMadeAgainAndTheMissingTradesAreFetched() {
        try (ApplicationContext service = service(Map.of())) {
            awaitStreams();
            exchange.send("T ETH-USDT 1 3120 1 " + now());
            awaitEvents(() -> assertThat(trades()).hasSize(1));
            exchange.answer(
                    "/trades?symbol=ETH-USDT",
                    "whole\nT ETH-USDT 2 3121 1 " + now() + "\nT ETH-USDT 3 3122 1 " + now());
            exchange.drop();
            exchange.received().clear();
            awaitStreams();
            exchange.send("T ETH-USDT 4 3123 1 " + (now() + 5_000));

            awaitEvents(() ->
                    assertThat(trades()).extracting(Trade::getTradeId).containsExactlyInAnyOrder("1", "2", "3", "4"));
            awaitEvents(() -> assertThat(gaps())
                    .filteredOn(gap -> gap.getMarket().getSymbol().equals("ETH-USDT"))
                    .last()
                    .satisfies(gap -> {
                        assertThat(gap.getCause()).isEqualTo(Gap.Cause.CAUSE_RECONNECT);
                        assertThat(gap.getStatus()).isEqualTo(Gap.Status.STATUS_FILLED_BY_TRADES);
                        assertThat(gap.getFilledTrades()).isEqualTo(2);
                    }));
            assertThat(service.isRunning()).isTrue();
        }
    }

    @Test
    void aConnectionIsRenewedBeforeTheVenueWouldEndIt() {
        FakeVenue venue =
                new FakeVenue(SequenceRule.CONTIGUOUS, FakeVenue.limits(Duration.ofMinutes(1), Duration.ofSeconds(4)));
        try (ApplicationContext service = service(Map.of(), venue)) {
            awaitStreams();
            exchange.send("T ETH-USDT 1 3120 1 " + now());
            awaitEvents(() -> assertThat(trades()).hasSize(1));
            exchange.received().clear();
            awaitStreams();
            exchange.send("T ETH-USDT 2 3121 1 " + now());

            awaitEvents(() -> assertThat(trades()).extracting(Trade::getTradeId).contains("1", "2"));
            assertThat(service.isRunning()).isTrue();
        }
    }

    @Test
    void aServiceThatStartsAgainFetchesWhatItMissed() {
        try (ApplicationContext first = service(Map.of())) {
            awaitStreams();
            exchange.send("T ETH-USDT 1 3120 1 " + now());
            awaitEvents(() -> assertThat(trades()).hasSize(1));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(positions()).containsKey("fake:ETH-USDT"));
            assertThat(first.isRunning()).isTrue();
        }
        exchange.received().clear();
        exchange.answer("/trades", "whole\nT ETH-USDT 2 3121 1 " + now());
        try (ApplicationContext second = service(Map.of())) {
            awaitStreams();
            awaitEvents(() -> assertThat(trades()).extracting(Trade::getTradeId).contains("1", "2"));
            awaitEvents(() -> assertThat(gaps()).last().satisfies(gap -> {
                assertThat(gap.getCause()).isEqualTo(Gap.Cause.CAUSE_RESTART);
                assertThat(gap.getStatus()).isEqualTo(Gap.Status.STATUS_FILLED_BY_TRADES);
            }));
            assertThat(second.isRunning()).isTrue();
        }
    }

    @Test
    void aVenueThatAsksForPatienceGetsIt() {
        try (ApplicationContext service = service(Map.of())) {
            awaitStreams();
            exchange.send("T ETH-USDT 1 3120 1 " + now());
            awaitEvents(() -> assertThat(trades()).hasSize(1));
            exchange.answer("/trades", new MockResponse().setResponseCode(429).setHeader("Retry-After", "3"));
            exchange.requests().clear();
            exchange.send("T ETH-USDT 3 3120 1 " + now());
            await().atMost(PATIENCE).until(() -> !exchange.requests().isEmpty());
            Instant refused = Instant.now();
            exchange.answer("/trades", "whole\nT ETH-USDT 2 3121 1 " + now());

            awaitEvents(() ->
                    assertThat(gaps()).last().extracting(Gap::getStatus).isEqualTo(Gap.Status.STATUS_FILLED_BY_TRADES));
            assertThat(Duration.between(refused, Instant.now())).isGreaterThan(Duration.ofMillis(2_500));
            assertThat(service.isRunning()).isTrue();
        }
    }

    @Test
    void aStreamThatIsRefusedOrSilentDoesNotStopTheOthers() {
        try (ApplicationContext service =
                service(Map.of("assay.ingest.silence-floor", "1s", "assay.ingest.silence-ceiling", "2s"))) {
            awaitStreams();
            exchange.send("T ETH-USDT 1 3120 1 " + now());
            awaitEvents(() -> assertThat(gaps())
                    .anyMatch(gap -> gap.getCause() == Gap.Cause.CAUSE_STALE
                            && gap.getMarket().getSymbol().equals("ETH-USDT")));
            await().atMost(PATIENCE).until(() -> exchange.received().contains("END trades ETH-USDT"));
            exchange.send("R trades USDT-USD");
            exchange.send("{ garbage");
            exchange.send("T USDT-USD 7 0.999 10 " + now());

            awaitEvents(() -> assertThat(trades()).extracting(Trade::getTradeId).contains("7"));
            assertThat(service.isRunning()).isTrue();
        }
    }

    @Test
    void pastCandlesArePublishedOnceAndConversionMarketsToEveryPartition() {
        long minute = now() / 60_000_000 * 60_000_000 - 60_000_000;
        exchange.answer("/candles?symbol=USDT-USD&interval=1m", minute + " 0.9991");
        Map<String, Object> settings = Map.of(
                "assay.ingest.history.enabled", "true",
                "assay.ingest.history.minutely", "30m",
                "assay.ingest.history.hourly", "0s",
                "assay.ingest.history.daily", "0s");
        try (ApplicationContext service = service(settings)) {
            awaitEvents(() -> assertThat(candles())
                    .filteredOn(candle -> candle.getPurpose() == VenueCandle.Purpose.PURPOSE_CONVERSION)
                    .hasSize(4));
            awaitEvents(() -> assertThat(candles())
                    .filteredOn(candle -> candle.getPurpose() == VenueCandle.Purpose.PURPOSE_HISTORY)
                    .extracting(VenueCandle::getClose)
                    .containsExactly("0.9991"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(positions())
                    .containsKeys("history:fake:USDT-USD:1m", "history:fake:ETH-USDT:1m"));
            assertThat(service.isRunning()).isTrue();
        }
        exchange.requests().clear();
        exchange.received().clear();
        try (ApplicationContext again = service(settings)) {
            awaitStreams();
            assertThat(exchange.requests()).noneMatch(path -> path.startsWith("/candles"));
            assertThat(again.isRunning()).isTrue();
        }
    }

    private ApplicationContext service(Map<String, Object> more) {
        return service(more, new FakeVenue(SequenceRule.CONTIGUOUS));
    }

    private ApplicationContext service(Map<String, Object> more, FakeVenue venue) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "assay.kafka.bootstrap-servers", kafka.bootstrapServers(),
                "assay.ingest.venues", "fake",
                "assay.ingest.quote-assets", "USD,USDT",
                "assay.ingest.history.enabled", "false",
                "assay.ingest.first-backoff", "100ms",
                "assay.ingest.endpoints.fake.websocket", exchange.websocket().toString(),
                "assay.ingest.endpoints.fake.rest", exchange.rest().toString()));
        settings.putAll(more);
        return IngestService.start(settings, Clock.systemUTC(), new Venues(List.of(venue)));
    }

    /** Until both markets' streams are asked for and confirmed. */
    private void awaitStreams() {
        await().atMost(PATIENCE)
                .until(() -> exchange.received().stream()
                                .filter(frame -> frame.startsWith("SUB "))
                                .distinct()
                                .count()
                        == 4);
    }

    private void awaitEvents(org.awaitility.core.ThrowingRunnable assertion) {
        if (consumer.assignment().isEmpty()) {
            consumer.assign(Stream.of(Topic.TRADES, Topic.HISTORY)
                    .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList());
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            for (ConsumerRecord<String, MarketEvent> entry : consumer.poll(Duration.ofMillis(100))) {
                events.add(entry.value());
            }
            assertion.run();
        });
    }

    private List<Trade> trades() {
        return events.stream()
                .filter(MarketEvent::hasTrade)
                .map(MarketEvent::getTrade)
                .toList();
    }

    private List<Gap> gaps() {
        return events.stream()
                .filter(MarketEvent::hasGap)
                .map(MarketEvent::getGap)
                .toList();
    }

    private List<Tick> ticks() {
        return events.stream()
                .filter(MarketEvent::hasTick)
                .map(MarketEvent::getTick)
                .toList();
    }

    private List<VenueCandle> candles() {
        return events.stream()
                .filter(MarketEvent::hasVenueCandle)
                .map(MarketEvent::getVenueCandle)
                .toList();
    }

    private Map<String, StreamPosition> positions() {
        return CompactedTopic.read(
                new KafkaConfig(kafka.bootstrapServers(), 4, (short) 1),
                Topic.STREAM_POSITIONS,
                new ProtobufDeserializer<>(StreamPosition.parser()));
    }

    private static long now() {
        Instant instant = Instant.now();
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }
}
