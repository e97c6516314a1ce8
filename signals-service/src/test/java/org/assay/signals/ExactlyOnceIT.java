package org.assay.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assay.events.serde.ProtobufDeserializer;
import org.assay.events.serde.ProtobufSerializer;
import org.assay.events.topic.Topic;
import org.assay.events.topic.TopicProvisioner;
import org.assay.events.v1.Candle;
import org.assay.events.v1.Market;
import org.assay.events.v1.MarketEvent;
import org.assay.events.v1.Tick;
import org.assay.events.v1.Trade;
import org.assay.testkit.embedded.EmbeddedKafka;
import org.junit.jupiter.api.Test;

/** Kills the processing in the middle of its work, and counts. */
class ExactlyOnceIT {

    private static final int PARTITIONS = 2;
    private static final int TOKENS = 12;
    private static final int SECONDS = 240;
    private static final long START_US = Instant.parse("2026-03-02T10:00:00Z").getEpochSecond() * 1_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Map<String, BigDecimal> sent = new TreeMap<>();
    private final Map<String, BigDecimal> volumes = new TreeMap<>();
    private final List<String> closings = new ArrayList<>();
    private final Queue<Exception> failed = new ConcurrentLinkedQueue<>();
    private int nextId;

    @Test
    void aKillUnderLoadLosesNoTradeAndCountsNoneTwice() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "exactly-once")), "run");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"));
                KafkaProducer<String, MarketEvent> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringSerializer(),
                        new ProtobufSerializer<>());
                KafkaConsumer<String, Candle> candles = consumer(kafka)) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                new TopicProvisioner(PARTITIONS, (short) 1).apply(admin);
            }
            candles.subscribe(List.of(Topic.CANDLES.topicName()));

            Process first = processing(kafka, folder);
            try {
                produce(producer, 0, SECONDS / 2);
                await().atMost(PATIENCE).until(() -> read(candles) && !closings.isEmpty());
                produce(producer, SECONDS / 2, SECONDS * 3 / 4);
            } finally {
                first.destroyForcibly().waitFor();
            }
            produce(producer, SECONDS * 3 / 4, SECONDS);

            Process second = processing(kafka, folder);
            try {
                await().atMost(PATIENCE).untilAsserted(() -> {
                    read(candles);
                    assertThat(volumes).isEqualTo(sent);
                });
            } finally {
                second.destroyForcibly().waitFor();
            }
        }
        assertThat(closings)
                .as("each candle is closed once, and none is amended")
                .doesNotHaveDuplicates();
        assertThat(closings).allMatch(closing -> closing.endsWith(" 1"));
    }

    private static Process processing(EmbeddedKafka kafka, Path folder) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx400m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StreamsProcess.class.getName(),
                        kafka.bootstrapServers(),
                        folder.resolve("streams").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("processing.log").toFile()))
                .start();
    }

    private static KafkaConsumer<String, Candle> consumer(EmbeddedKafka kafka) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "group.id",
                        "exactly-once-check",
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new ProtobufDeserializer<>(Candle.parser()));
    }

    /** A few trades of every market each second, each said twice as ingest may do, then the tick of that second. */
    private void produce(KafkaProducer<String, MarketEvent> producer, int fromSecond, int toSecond) {
        for (int second = fromSecond; second < toSecond; second++) {
            for (int i = 0; i < TOKENS * 5; i++) {
                Trade trade = trade(second, i % TOKENS);
                MarketEvent event = MarketEvent.newBuilder().setTrade(trade).build();
                String key = trade.getMarket().getBaseToken();
                send(producer, new ProducerRecord<>(Topic.TRADES.topicName(), key, event));
                send(producer, new ProducerRecord<>(Topic.TRADES.topicName(), key, event));
                count(trade);
            }
            long at = START_US + (second + 1) * 1_000_000L;
            MarketEvent tick = MarketEvent.newBuilder()
                    .setTick(Tick.newBuilder().setVenue("binance").setAtUs(at).setConnected(true))
                    .build();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                send(producer, new ProducerRecord<>(Topic.TRADES.topicName(), partition, "tick", tick));
            }
        }
        producer.flush();
        assertThat(failed).isEmpty();
    }

    private void send(KafkaProducer<String, MarketEvent> producer, ProducerRecord<String, MarketEvent> record) {
        var _ = producer.send(record, (metadata, failure) -> {
            if (failure != null) {
                failed.add(failure);
            }
        });
    }

    private Trade trade(int second, int token) {
        nextId++;
        return Trade.newBuilder()
                .setMarket(Market.newBuilder()
                        .setVenue("binance")
                        .setSymbol("T" + token + "USD")
                        .setBaseToken("token-" + token)
                        .setQuoteToken("fiat:USD"))
                .setTradeId(Integer.toString(nextId))
                .setSequence(nextId)
                .setPrice("100.5")
                .setAmount("0." + (1 + nextId % 97))
                .setEventTimeUs(START_US + second * 1_000_000L + 1)
                .setReceivedAtUs(START_US + second * 1_000_000L + 1)
                .setExecutions(1)
                .build();
    }

    /** Of the minutes that are closed by the last tick. */
    private void count(Trade trade) {
        long minute = (trade.getEventTimeUs() - START_US) / 60_000_000;
        if (minute < SECONDS / 60 - 1) {
            sent.merge(
                    trade.getMarket().getSymbol() + " " + minute,
                    new BigDecimal(trade.getAmount()).stripTrailingZeros(),
                    (before, more) -> before.add(more).stripTrailingZeros());
        }
    }

    private boolean read(KafkaConsumer<String, Candle> consumer) {
        for (ConsumerRecord<String, Candle> record : consumer.poll(Duration.ofMillis(200))) {
            Candle candle = record.value();
            if (candle.getVenue().isEmpty() || !candle.getInterval().equals("1m") || !candle.getClosed()) {
                continue;
            }
            String name = candle.getSymbol() + " " + (candle.getOpenTimeUs() - START_US) / 60_000_000;
            volumes.put(name, new BigDecimal(candle.getVolume()).stripTrailingZeros());
            closings.add(name + " " + candle.getRevision());
        }
        return true;
    }
}
