package org.assay.signals.sink.redis;

import com.google.protobuf.ByteString;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A connection to Redis that comes back by itself and never queues what it cannot send. Of one thread, but for close. */
final class RedisWriter implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(5);

    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final RedisClient client;
    private final AtomicBoolean connectedAnew = new AtomicBoolean();
    private @Nullable StatefulRedisConnection<String, byte[]> connection;

    RedisWriter(RedisConfiguration settings) {
        RedisURI uri = RedisURI.create(settings.uri());
        uri.setTimeout(COMMAND_TIMEOUT);
        uri.setClientName("assay-signals");
        client = RedisClient.create(uri);
        client.setOptions(ClientOptions.builder()
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .keepAlive(true)
                        .build())
                .timeoutOptions(TimeoutOptions.enabled(COMMAND_TIMEOUT))
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .build());
        client.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisConnected(RedisChannelHandler<?, ?> connected, SocketAddress address) {
                connectedAnew.set(true);
            }
        });
    }

    /** Whether a connection was made since this was last asked: Redis may then have lost what it was given. */
    boolean isConnectedAnew() {
        return connectedAnew.getAndSet(false);
    }

    /**
     * Connects unless that was done before; a lost connection is made again in the background.
     *
     * @throws RedisException when Redis does not answer
     */
    void connect() {
        if (connection == null) {
            connection = client.connect(CODEC);
        }
    }

    /**
     * Sends all fields at once, one command for each hash.
     *
     * @return completes when Redis has taken them, or with the error of any
     */
    CompletableFuture<Void> write(Map<LatestBoard.Slot, Optional<ByteString>> fields) {
        StatefulRedisConnection<String, byte[]> open = connection;
        if (open == null) {
            return CompletableFuture.failedFuture(new RedisException("not connected"));
        }
        Map<String, Map<String, byte[]>> sets = new HashMap<>();
        Map<String, List<String>> deletions = new HashMap<>();
        fields.forEach((slot, value) -> {
            if (value.isPresent()) {
                sets.computeIfAbsent(slot.hash(), hash -> new HashMap<>())
                        .put(slot.field(), value.get().toByteArray());
            } else {
                deletions
                        .computeIfAbsent(slot.hash(), hash -> new ArrayList<>())
                        .add(slot.field());
            }
        });
        List<CompletableFuture<?>> sent = new ArrayList<>();
        sets.forEach((hash, values) -> sent.add(open.async().hset(hash, values).toCompletableFuture()));
        deletions.forEach((hash, gone) ->
                sent.add(open.async().hdel(hash, gone.toArray(String[]::new)).toCompletableFuture()));
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
