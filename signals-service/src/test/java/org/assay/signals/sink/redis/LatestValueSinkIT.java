package org.assay.signals.sink.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.assay.events.candle.Interval;
import org.assay.events.redis.RedisLayout;
import org.assay.events.topic.Topic;
import org.assay.events.v1.Candle;
import org.assay.events.v1.Price;
import org.assay.events.v1.Quote;
import org.assay.signals.sink.Records;
import org.assay.signals.sink.SinkStage;
import org.assay.testkit.embedded.EmbeddedRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatestValueSinkIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long NOON = Records.START_US;

    @TempDir
    static Path folder;

    private static SinkStage stage;
    private static EmbeddedRedis server;
    private static RedisClient client;
    private static RedisCommands<String, byte[]> redis;

    private CuttableProxy line;
    private String database;

    @BeforeAll
    static void start() throws InterruptedException {
        stage = SinkStage.start(folder);
        server = EmbeddedRedis.start(folder.resolve("redis"));
        client = RedisClient.create(server.uri());
        redis = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE))
                .sync();
    }

    @AfterAll
    static void stop() {
        client.shutdown();
        server.close();
        stage.close();
    }

    @BeforeEach
    void newLine() {
        redis.flushall();
        line = new CuttableProxy(server.port());
        database = stage.newDatabase();
    }

    @AfterEach
    void closeLine() throws IOException {
        line.close();
    }

    @Test
    void writesTheLatestOfEachKey() {
        try (ApplicationContext service = service()) {
            awaitUp(service);
            stage.publish(Topic.PRICES, "ethereum", price("ethereum", "1"));
            stage.publish(Topic.PRICES, "ethereum", price("ethereum", "2"));
            stage.publish(Topic.PRICES, "bitcoin", price("bitcoin", "3"));
            stage.publish(
                    Topic.QUOTES,
                    "ethereum",
                    Records.quote("okx", "ETH-USDT", "10").build());
            stage.publish(
                    Topic.QUOTES,
                    "ethereum",
                    Records.quote("okx", "ETH-USDT", "11").build());
            stage.publish(Topic.CANDLES, "ethereum", candle(NOON + 60_000_000, "5"));
            stage.publish(Topic.CANDLES, "ethereum", candle(NOON, "4"));

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(priceOf("ethereum")).isEqualTo("2");
                assertThat(priceOf("bitcoin")).isEqualTo("3");
                assertThat(Quote.parseFrom(field(RedisLayout.QUOTES, "okx:ETH-USDT"))
                                .getBidPrice())
                        .isEqualTo("11");
                // An amendment of an earlier minute is not the latest candle.
                assertThat(Candle.parseFrom(field(RedisLayout.candles(Interval.M1), "ethereum"))
                                .getClose())
                        .isEqualTo("5");
            });
        }
    }

    @Test
    void givesRedisEverythingAgainWhenItComesBackEmpty() {
        try (ApplicationContext service = service()) {
            awaitUp(service);
            stage.publish(Topic.PRICES, "kept", price("kept", "1"));
            stage.publish(Topic.PRICES, "changed", price("changed", "1"));
            await().atMost(PATIENCE).until(() -> "1".equals(priceOf("kept")) && "1".equals(priceOf("changed")));

            line.cut();
            redis.flushall();
            for (int i = 2; i < 200; i++) {
                stage.publish(Topic.PRICES, "changed", price("changed", Integer.toString(i)));
            }
            LatestValueSink sink = service.getBean(LatestValueSink.class);
            await().atMost(PATIENCE).until(() -> sink.failure().isPresent());
            assertThat(sink.failure().orElseThrow().code()).isEqualTo("redis_unavailable");
            line.mend();

            await().atMost(PATIENCE).until(() -> "1".equals(priceOf("kept")) && "199".equals(priceOf("changed")));
            await().atMost(PATIENCE).until(() -> sink.failure().isEmpty());
        }
    }

    @Test
    void startsBeforeRedisDoes() {
        line.cut();
        try (ApplicationContext service = service()) {
            stage.publish(Topic.PRICES, "early", price("early", "1"));
            LatestValueSink sink = service.getBean(LatestValueSink.class);
            await().atMost(PATIENCE).until(() -> sink.failure()
                    .filter(failure -> failure.code().equals("redis_unavailable"))
                    .isPresent());
            line.mend();

            await().atMost(PATIENCE).until(() -> "1".equals(priceOf("early")));
        }
    }

    @Test
    void readsPricesOfBeforeItsStartAndRemovesThoseThatEnded() {
        stage.publish(Topic.PRICES, "before", price("before", "7"));
        try (ApplicationContext service = service()) {
            awaitUp(service);
            await().atMost(PATIENCE).until(() -> "7".equals(priceOf("before")));

            stage.tombstone(Topic.PRICES, "before");

            await().atMost(PATIENCE).until(() -> redis.hget(RedisLayout.PRICES, "before") == null);
        }
    }

    @Test
    void doesNotWaitForTheCommitOfATransaction() {
        try (KafkaProducer<byte[], byte[]> producer = stage.transactional("latest-it");
                ApplicationContext service = service()) {
            awaitUp(service);
            producer.beginTransaction();
            var _ = producer.send(new ProducerRecord<>(
                    Topic.PRICES.topicName(),
                    "soon".getBytes(StandardCharsets.UTF_8),
                    price("soon", "1").toByteArray()));
            producer.flush();

            await().atMost(PATIENCE).until(() -> "1".equals(priceOf("soon")));
            producer.abortTransaction();
        }
    }

    @Test
    void goesOnAfterARecordThatCannotBeRead() {
        try (ApplicationContext service = service()) {
            awaitUp(service);
            stage.publish(Topic.QUOTES, "bad", new byte[] {(byte) 0xff, 1, 2});
            stage.publish(
                    Topic.QUOTES, "bad", Records.quote("okx", "AFTER", "1").build());

            await().atMost(PATIENCE).until(() -> redis.hget(RedisLayout.QUOTES, "okx:AFTER") != null);
        }
    }

    private ApplicationContext service() {
        String uri = "redis://:" + server.password() + "@127.0.0.1:" + line.port();
        return stage.service(database, Map.of("assay.redis.uri", uri));
    }

    private static void awaitUp(ApplicationContext service) {
        LatestValueSink sink = service.getBean(LatestValueSink.class);
        await().atMost(PATIENCE).until(() -> sink.failure().isEmpty());
    }

    private static Price price(String token, String usd) {
        return Records.price(token, NOON, NOON, usd).build();
    }

    private static Message candle(long openUs, String close) {
        return Records.candle("ethereum", "1m", openUs, 1, NOON).setClose(close).build();
    }

    private static byte[] field(String hash, String field) {
        byte[] value = redis.hget(hash, field);
        assertThat(value).as(field).isNotNull();
        return value;
    }

    private static String priceOf(String token) throws InvalidProtocolBufferException {
        byte[] value = redis.hget(RedisLayout.PRICES, token);
        return value == null ? "" : Price.parseFrom(value).getUsd();
    }
}
