package org.assay.api.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.StatefulRedisConnection;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Quotas as bucket4j buckets in Redis, refilled at once when a window ends. bucket4j changes a bucket by compare and
 * swap, so that instances never take the same request twice. The instances' clocks must agree to well within a window.
 */
@Singleton
final class RedisQuotas implements SharedQuotas {

    private static final Logger LOG = LoggerFactory.getLogger(RedisQuotas.class);

    private final RedisLink redis;
    private final InstantSource time;
    private final Duration timeout;
    private volatile @Nullable AsyncProxyManager<byte[]> buckets;

    RedisQuotas(RedisLink redis, @Named("wall") InstantSource time, LimitSettings settings) {
        this.redis = redis;
        this.time = time;
        this.timeout = settings.redisTimeout();
    }

    @Override
    public CompletableFuture<Grant> take(String holder, List<Quota> quotas, long upTo) {
        AsyncBucketProxy bucket = bucket(holder, quotas);
        if (bucket == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("Redis is not connected"));
        }
        return bucket.asVerbose()
                .tryConsumeAsMuchAsPossible(upTo)
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(result -> new Grant(
                        result.getValue(),
                        Arrays.stream(result.getDiagnostics().getAvailableTokensPerEachBandwidth())
                                .map(tokens -> Math.max(0, tokens))
                                .boxed()
                                .toList()));
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // The callback deals with the failure.
    public void giveBack(String holder, List<Quota> quotas, long unused) {
        AsyncBucketProxy bucket = bucket(holder, quotas);
        if (bucket != null) {
            bucket.addTokens(unused).whenComplete((done, failure) -> {
                if (failure != null) {
                    LOG.debug("{} unused requests of {} are lost: {}", unused, holder, failure.toString());
                }
            });
        }
    }

    private @Nullable AsyncBucketProxy bucket(String holder, List<Quota> quotas) {
        StatefulRedisConnection<byte[], byte[]> connection = redis.connection();
        if (connection == null) {
            return null;
        }
        AsyncProxyManager<byte[]> present = buckets;
        if (present == null) {
            present = proxies(connection);
            buckets = present;
        }
        // Changed limits make another bucket: the old one's state would not fit.
        String key = "assay:limit:" + holder + ":" + Quota.policyHeader(quotas);
        return present.builder()
                .build(
                        key.getBytes(StandardCharsets.UTF_8),
                        () -> CompletableFuture.completedFuture(configuration(quotas)));
    }

    private AsyncProxyManager<byte[]> proxies(StatefulRedisConnection<byte[], byte[]> connection) {
        return Bucket4jLettuce.casBasedBuilder(connection)
                .requestTimeout(timeout)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build()
                .asAsync();
    }

    private BucketConfiguration configuration(List<Quota> quotas) {
        long now = time.millis();
        var configuration = BucketConfiguration.builder();
        for (Quota quota : quotas) {
            configuration.addLimit(Bandwidth.builder()
                    .capacity(quota.requests())
                    .refillIntervallyAligned(
                            quota.requests(), quota.window(), Instant.ofEpochMilli(quota.windowEnd(now)))
                    .id(quota.name())
                    .build());
        }
        return configuration.build();
    }
}
