package org.assay.api.limit;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.assay.api.key.ApiKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Counts requests against the quotas of their keys. Exact over all instances: none answers a request that it did not take
 * from the shared quota before. While Redis is away each instance decides alone, starting from what it last knew.
 */
@Singleton
public final class RateLimiter {

    private static final Logger LOG = LoggerFactory.getLogger(RateLimiter.class);
    private static final LimitDecision NO_LIMIT = new LimitDecision.Allowed("", "");
    private static final int TRIES = 100;
    private static final Duration PROBE_EVERY = Duration.ofSeconds(1);
    private static final Duration FORGET_AFTER = Duration.ofMinutes(10);

    private final SharedQuotas shared;
    private final LimitSettings settings;
    private final InstantSource time;
    private final Map<UUID, Holder> holders = new ConcurrentHashMap<>();
    private final AtomicLong probedAt = new AtomicLong();
    private volatile boolean alone;

    RateLimiter(SharedQuotas shared, LimitSettings settings, @Named("wall") InstantSource time) {
        this.shared = shared;
        this.settings = settings;
        this.time = time;
    }

    /** Counts a request if that can be decided at once, else null: then {@link #take} is to be asked. */
    @SuppressWarnings(
            "FutureReturnValueIgnored") // Taking in advance: whoever finds the lease empty will see the failure.
    public @Nullable LimitDecision tryTake(ApiKey key) {
        Holder holder = holder(key);
        if (holder.quotas.isEmpty()) {
            return NO_LIMIT;
        }
        long now = time.millis();
        holder.lastUsed = now;
        LimitDecision decision = holder.lease.tryTake(now);
        if (decision != null && holder.lease.isLow(now)) {
            ask(holder);
        }
        return decision;
    }

    /** Counts a request, asking the shared quotas if need be. Never an error. */
    public Mono<LimitDecision> take(ApiKey key) {
        return take(key, TRIES);
    }

    private Mono<LimitDecision> take(ApiKey key, int tries) {
        return Mono.defer(() -> {
            LimitDecision decision = tryTake(key);
            if (decision != null) {
                return Mono.just(decision);
            }
            if (tries == 0) {
                return Mono.just(new LimitDecision.Denied("", "", Duration.ofSeconds(1), List.of()));
            }
            Holder holder = holder(key);
            holder.lease.wait(1);
            return Mono.fromFuture(ask(holder), true)
                    .doFinally(signal -> holder.lease.wait(-1))
                    .then(take(key, tries - 1));
        });
    }

    /** Takes back the count of a request that cost nothing. */
    public void putBack(ApiKey key) {
        Holder holder = holder(key);
        if (!holder.quotas.isEmpty()) {
            holder.lease.putBack(time.millis());
        }
    }

    /** True while quotas are kept by this instance alone. */
    public boolean isAlone() {
        return alone;
    }

    private Holder holder(ApiKey key) {
        Holder holder = holders.get(key.id());
        return holder != null && holder.key.plan() == key.plan()
                ? holder
                : holders.compute(
                        key.id(),
                        (id, before) ->
                                before != null && before.key.plan() == key.plan() ? before : new Holder(key, settings));
    }

    /** At most one question is under way for each key. */
    @SuppressWarnings("FutureReturnValueIgnored") // The callback deals with the failure; nothing in it throws.
    private CompletableFuture<Void> ask(Holder holder) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        CompletableFuture<Void> underWay = holder.question.compareAndExchange(null, answer);
        if (underWay != null) {
            return underWay;
        }
        long asked = time.millis();
        long wanted = holder.lease.wanted(asked);
        if (alone) {
            // Nobody waits for a store that did not answer a moment ago.
            holder.lease.granted(holder.lease.takeAlone(wanted, asked), asked, asked);
            holder.question.set(null);
            answer.complete(null);
            probe(holder, asked);
            return answer;
        }
        shared.take(holder.key.id().toString(), holder.quotas, wanted).whenComplete((grant, failure) -> {
            if (failure == null) {
                holder.lease.granted(grant, asked, time.millis());
            } else {
                holder.lease.granted(holder.lease.takeAlone(wanted, asked), asked, time.millis());
            }
            noteHealth(failure);
            holder.question.set(null);
            answer.complete(null);
        });
        return answer;
    }

    /** Asks now and then whether the shared quotas are back. */
    @SuppressWarnings("FutureReturnValueIgnored") // The callback deals with the failure.
    private void probe(Holder holder, long now) {
        long last = probedAt.get();
        if (now - last >= PROBE_EVERY.toMillis() && probedAt.compareAndSet(last, now)) {
            shared.take(holder.key.id().toString(), holder.quotas, 1)
                    .whenComplete((grant, failure) -> noteHealth(failure));
        }
    }

    private void noteHealth(@Nullable Throwable failure) {
        if (failure != null && !alone) {
            LOG.warn("Redis does not answer; quotas are kept by this instance alone: {}", failure.toString());
        } else if (failure == null && alone) {
            LOG.info("Redis answers again; quotas are shared");
        }
        alone = failure != null;
    }

    /** Gives back what leases that are over did not use, and forgets keys that are not used any more. */
    @Scheduled(fixedDelay = "250ms")
    void sweep() {
        long now = time.millis();
        for (Holder holder : holders.values()) {
            long unused = holder.lease.expire(now);
            if (unused > 0 && !alone) {
                shared.giveBack(holder.key.id().toString(), holder.quotas, unused);
            }
        }
        holders.values().removeIf(holder -> now - holder.lastUsed > FORGET_AFTER.toMillis());
    }

    private static final class Holder {
        private final ApiKey key;
        private final List<Quota> quotas;
        private final Lease lease;
        private final AtomicReference<@Nullable CompletableFuture<Void>> question = new AtomicReference<>();
        private volatile long lastUsed;

        Holder(ApiKey key, LimitSettings settings) {
            this.key = key;
            this.quotas = settings.quotas(key.plan());
            this.lease = new Lease(quotas, settings.maxLease(), settings.leaseTime());
        }
    }
}
