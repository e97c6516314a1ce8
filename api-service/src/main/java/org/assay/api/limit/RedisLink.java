package org.assay.api.limit;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection to Redis. The service starts and serves without it, and takes it up when it is there. */
@Context
final class RedisLink {

    private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);

    private final ClientResources resources;
    private final RedisClient client;
    private volatile @Nullable StatefulRedisConnection<byte[], byte[]> connection;
    private volatile boolean complained;

    RedisLink(@Value("${assay.redis.uri}") String uri, LimitSettings settings) {
        this.resources = ClientResources.builder()
                .reconnectDelay(Delay.constant(Duration.ofMillis(500)))
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .build();
        this.client = RedisClient.create(resources, RedisURI.create(uri));
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(settings.redisTimeout()))
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(Duration.ofSeconds(1))
                        .tcpNoDelay(true)
                        .build())
                .build());
        connect();
    }

    /** The connection, open or being made again; null until Redis was there for the first time. */
    @Nullable
    StatefulRedisConnection<byte[], byte[]> connection() {
        return connection;
    }

    /** True when commands can be sent. */
    boolean isOpen() {
        StatefulRedisConnection<byte[], byte[]> present = connection;
        return present != null && present.isOpen();
    }

    /** Until the first connection; after that the client itself reconnects. */
    @Scheduled(fixedDelay = "1s", initialDelay = "1s")
    final synchronized void connect() {
        if (connection != null) {
            return;
        }
        try {
            connection = client.connect(ByteArrayCodec.INSTANCE);
            if (complained) {
                LOG.info("Redis is there");
            }
        } catch (RedisConnectionException e) {
            if (!complained) {
                LOG.warn("Redis is away; quotas are kept by this instance alone until it is there: {}", e.getMessage());
                complained = true;
            }
        }
    }

    @PreDestroy
    @SuppressWarnings("FutureReturnValueIgnored") // The threads end by themselves; nobody has to wait for it.
    void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        resources.shutdown(0, 2, TimeUnit.SECONDS);
    }
}
