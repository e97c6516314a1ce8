package org.assay.api.market;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assay.events.candle.Interval;
import org.assay.events.redis.RedisLayout;
import org.assay.events.v1.Candle;
import org.assay.events.v1.Quote;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Reads from Redis what was last heard of markets. When Redis is away, says so and tries again. */
@Singleton
class LatestReader {

    private static final Logger LOG = LoggerFactory.getLogger(LatestReader.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ClientResources resources;
    private final RedisClient client;
    private final RedisURI address;
    private @Nullable CompletableFuture<StatefulRedisConnection<byte[], byte[]>> connection;

    LatestReader(@Value("${assay.redis.uri}") String uri) {
        address = RedisURI.create(uri);
        resources = ClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .build();
        client = RedisClient.create(resources);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .build());
    }

    /** The latest of each market; {@link Latest#UNAVAILABLE} when Redis does not answer in time. */
    Mono<Latest> read(List<Market> markets) {
        if (markets.isEmpty()) {
            return Mono.just(new Latest(true, Map.of(), Map.of()));
        }
        byte[][] fields = markets.stream()
                .map(market -> bytes(RedisLayout.market(market.venue(), market.symbol())))
                .toArray(byte[][]::new);
        return Mono.fromFuture(this::connected)
                .flatMap(redis -> Mono.zip(
                        values(redis, RedisLayout.QUOTES, fields, Quote.parser()),
                        values(redis, RedisLayout.candles(Interval.M1), fields, Candle.parser())))
                .map(found -> new Latest(true, found.getT1(), found.getT2()))
                .timeout(PATIENCE)
                .onErrorResume(failure -> {
                    LOG.warn("latest values unavailable, answering without: {}", failure.toString());
                    return Mono.just(Latest.UNAVAILABLE);
                });
    }

    private static <T> Mono<Map<String, T>> values(
            StatefulRedisConnection<byte[], byte[]> redis, String key, byte[][] fields, Parser<T> parser) {
        return redis.reactive().hmget(bytes(key), fields).collectList().map(found -> {
            Map<String, T> values = new HashMap<>();
            found.forEach(field -> {
                if (field.hasValue()) {
                    values.put(new String(field.getKey(), StandardCharsets.UTF_8), parse(parser, field.getValue()));
                }
            });
            return values;
        });
    }

    private static <T> T parse(Parser<T> parser, byte[] value) {
        try {
            return parser.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A latest value in Redis is no record", e);
        }
    }

    private synchronized CompletableFuture<StatefulRedisConnection<byte[], byte[]>> connected() {
        CompletableFuture<StatefulRedisConnection<byte[], byte[]>> current = connection;
        if (current == null || current.isCompletedExceptionally()) {
            current = client.connectAsync(ByteArrayCodec.INSTANCE, address).toCompletableFuture();
            connection = current;
        }
        // A caller that gives up must not cancel the connection that others wait for.
        return current.copy();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @PreDestroy
    @SuppressWarnings("FutureReturnValueIgnored") // The threads end by themselves; nobody has to wait for it.
    void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        resources.shutdown(0, 2, TimeUnit.SECONDS);
    }
}
