package org.assay.api.key;

import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.assay.api.problem.Failure;
import org.assay.api.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Checks presented keys, from memory where the key was seen before. The keys in use are read again every
 * {@link KeySettings#refresh()}, so that a revocation is obeyed within seconds and no request waits for it.
 */
@Singleton
public final class KeyDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(KeyDirectory.class);
    private static final KeyStatus MALFORMED = refused(
            ProblemCode.API_KEY_MALFORMED,
            "An API key is ask_ and 36 letters and digits; this one has a typing error.");
    private static final KeyStatus UNKNOWN =
            refused(ProblemCode.API_KEY_UNKNOWN, "The key is well formed, but not one of this installation.");
    private static final KeyStatus REVOKED = refused(ProblemCode.API_KEY_REVOKED, "The key has been revoked.");

    private final ApiKeyRepository repository;
    private final KeySettings settings;
    private final InstantSource clock;
    private final Map<KeyDigest, CachedKey> known = new ConcurrentHashMap<>();
    private final Map<KeyDigest, Mono<KeyStatus>> underWay = new ConcurrentHashMap<>();
    private final AtomicInteger lookups = new AtomicInteger();
    private final UnknownKeys unknown;
    private volatile boolean databaseAway;

    KeyDirectory(ApiKeyRepository repository, KeySettings settings, @Named("wall") InstantSource clock) {
        this.repository = repository;
        this.settings = settings;
        this.clock = clock;
        this.unknown = new UnknownKeys(settings.unknownTtl().toMillis(), settings.unknownCapacity());
    }

    /**
     * The answer if it can be given without waiting, else null: then {@link #check} is to be asked.
     *
     * @param nowMillis the time, milliseconds since the epoch
     */
    public @Nullable KeyStatus cached(String presented, long nowMillis) {
        if (!KeyFormat.isWellFormed(presented)) {
            return MALFORMED;
        }
        KeyDigest digest = KeyDigest.of(KeyFormat.hash(presented));
        CachedKey hit = known.get(digest);
        if (hit == null) {
            return unknown.contains(digest, nowMillis) ? UNKNOWN : null;
        }
        if (nowMillis - hit.confirmedMillis > settings.trustWithoutDatabase().toMillis()) {
            return null;
        }
        hit.lastUsedMillis = nowMillis;
        return hit.status;
    }

    /** The answer, from the database if need be. Never an error: what went wrong is a {@link KeyStatus.Refused}. */
    public Mono<KeyStatus> check(String presented) {
        return Mono.defer(() -> {
            KeyStatus status = cached(presented, clock.millis());
            if (status != null) {
                return Mono.just(status);
            }
            KeyDigest digest = KeyDigest.of(KeyFormat.hash(presented));
            return underWay.computeIfAbsent(digest, this::lookUp);
        });
    }

    /** True while the keys in use could not be read again. */
    public boolean databaseAway() {
        return databaseAway;
    }

    private Mono<KeyStatus> lookUp(KeyDigest digest) {
        return Mono.defer(() -> {
                    if (lookups.incrementAndGet() > settings.lookups()) {
                        return Mono.just(later(ProblemCode.OVERLOADED, "Too many unknown keys to check just now."));
                    }
                    return repository
                            .findByKeyHash(digest.bytes())
                            .map(row -> remember(digest, row))
                            .switchIfEmpty(Mono.fromSupplier(() -> {
                                known.remove(digest);
                                unknown.add(digest, clock.millis());
                                return UNKNOWN;
                            }))
                            .timeout(Duration.ofSeconds(5))
                            .onErrorResume(this::databaseFailed);
                })
                .doFinally(signal -> {
                    lookups.decrementAndGet();
                    underWay.remove(digest);
                })
                .cache();
    }

    private Mono<KeyStatus> databaseFailed(Throwable cause) {
        LOG.warn("API keys cannot be looked up: {}", cause.toString());
        return Mono.just(later(ProblemCode.UPSTREAM_UNAVAILABLE, "The key cannot be checked just now."));
    }

    private KeyStatus remember(KeyDigest digest, ApiKeyRow row) {
        KeyStatus status = status(row);
        long now = clock.millis();
        known.compute(digest, (same, before) -> {
            CachedKey entry = before == null ? new CachedKey(row.id(), status, now) : before;
            // An unchanged key keeps its object: limits hang on it.
            entry.status = entry.status.equals(status) ? entry.status : status;
            entry.confirmedMillis = now;
            return entry;
        });
        return status;
    }

    private static KeyStatus status(ApiKeyRow row) {
        if (row.revokedAt() != null) {
            return REVOKED;
        }
        Plan plan = Plan.of(row.plan()).orElseThrow(() -> new IllegalStateException("No such plan: " + row.plan()));
        return new KeyStatus.Valid(new ApiKey(row.id(), row.name(), plan));
    }

    /** Reads the keys in use again. */
    @Scheduled(fixedDelay = "${assay.api.key.refresh:2s}", initialDelay = "${assay.api.key.refresh:2s}")
    void refresh() {
        long now = clock.millis();
        known.values()
                .removeIf(
                        key -> now - key.lastUsedMillis > settings.forgetAfter().toMillis());
        if (known.isEmpty()) {
            return;
        }
        try {
            List<ApiKeyRow> rows = repository
                    .findByIds(joined(known.values().stream()
                            .map(key -> key.id.toString())
                            .toList()))
                    .collectList()
                    .block(Duration.ofSeconds(5));
            confirm(rows == null ? List.of() : rows, now);
            databaseAway = false;
        } catch (RuntimeException e) {
            if (!databaseAway) {
                LOG.warn(
                        "API keys cannot be read again, those seen valid stay so for {}: {}",
                        settings.trustWithoutDatabase(),
                        e.toString());
            }
            databaseAway = true;
        }
    }

    private void confirm(List<ApiKeyRow> rows, long askedMillis) {
        Map<UUID, ApiKeyRow> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        known.forEach((digest, key) -> {
            ApiKeyRow row = byId.get(key.id);
            if (row != null) {
                remember(digest, row);
            } else if (key.confirmedMillis < askedMillis) {
                known.remove(digest, key);
            }
        });
    }

    /** Writes when keys were last used. */
    @Scheduled(
            fixedDelay = "${assay.api.key.last-used-flush:10s}",
            initialDelay = "${assay.api.key.last-used-flush:10s}")
    void flushLastUsed() {
        List<CachedKey> used = known.values().stream()
                .filter(key -> key.lastUsedMillis > key.flushedMillis)
                .toList();
        if (used.isEmpty()) {
            return;
        }
        List<Long> times = used.stream().map(key -> key.lastUsedMillis).toList();
        try {
            repository
                    .touch(
                            joined(used.stream().map(key -> key.id.toString()).toList()),
                            joined(times.stream().map(at -> at + "000").toList()))
                    .block(Duration.ofSeconds(5));
            for (int i = 0; i < used.size(); i++) {
                used.get(i).flushedMillis = times.get(i);
            }
        } catch (RuntimeException e) {
            // Kept in memory and written with the next batch.
            LOG.warn("last_used_at of {} keys cannot be written now: {}", used.size(), e.toString());
        }
    }

    /** While the database can still be reached: the beans are destroyed after this. */
    @EventListener
    void onShutdown(ShutdownEvent event) {
        flushLastUsed();
    }

    private static String joined(List<String> parts) {
        return String.join(",", parts);
    }

    private static KeyStatus refused(ProblemCode code, String detail) {
        return new KeyStatus.Refused(new Failure.Rejected(code, detail, List.of()));
    }

    private static KeyStatus later(ProblemCode code, String detail) {
        return new KeyStatus.Refused(new Failure.Retryable(code, detail, Duration.ofSeconds(2)));
    }

    private static final class CachedKey {
        private final UUID id;
        private volatile KeyStatus status;
        private volatile long confirmedMillis;
        private volatile long lastUsedMillis;
        private volatile long flushedMillis;

        CachedKey(UUID id, KeyStatus status, long nowMillis) {
            this.id = id;
            this.status = status;
            this.confirmedMillis = nowMillis;
            this.lastUsedMillis = nowMillis;
        }
    }
}
