package org.assay.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.assay.api.key.ApiKey;
import org.assay.api.key.Plan;
import org.assay.testkit.clock.StubClock;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private static final ApiKey KEY = new ApiKey(UUID.randomUUID(), "test", Plan.FREE);

    private final StubClock clock = StubClock.at("2026-11-21T12:00:10Z");
    private final FakeQuotas quotas = new FakeQuotas(500);

    @Test
    void neverAnswersMoreThanTheQuotaOverSeveralInstancesAtOnce() {
        List<RateLimiter> instances = List.of(limiter(clock), limiter(clock), limiter(clock));
        AtomicInteger allowed = new AtomicInteger();
        try (ExecutorService callers = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 3_000; i++) {
                RateLimiter instance = instances.get(i % instances.size());
                callers.execute(() -> {
                    if (instance.take(KEY).block(Duration.ofSeconds(10)) instanceof LimitDecision.Allowed) {
                        allowed.incrementAndGet();
                    }
                });
            }
        }
        assertThat(allowed.get()).isLessThanOrEqualTo(500).isGreaterThanOrEqualTo(440);
        clock.advance(Duration.ofSeconds(2));
        instances.forEach(RateLimiter::sweep);
        // What was held and given back is there for whoever asks next.
        while (instances.getFirst().take(KEY).block() instanceof LimitDecision.Allowed) {
            allowed.incrementAndGet();
        }
        assertThat(allowed.get()).isEqualTo(500);
    }

    @Test
    void decidesAloneWhileTheSharedQuotasDoNotAnswerAndSharesAgainWhenTheyDo() {
        RateLimiter limiter = limiter(clock);
        assertThat(limiter.take(KEY).block()).isInstanceOf(LimitDecision.Allowed.class);
        assertThat(limiter.isAlone()).isFalse();

        quotas.away = true;
        for (int i = 0; i < 20; i++) {
            assertThat(limiter.take(KEY).block()).isInstanceOf(LimitDecision.Allowed.class);
        }
        assertThat(limiter.isAlone()).isTrue();

        quotas.away = false;
        clock.advance(Duration.ofSeconds(2));
        limiter.take(KEY).block();
        assertThat(limiter.isAlone()).isFalse();
    }

    @Test
    void holdsItsOwnLimitWhileItIsAlone() {
        RateLimiter limiter = limiter(clock);
        quotas.away = true;
        int allowed = 0;
        while (allowed < 1_000 && limiter.take(KEY).block() instanceof LimitDecision.Allowed) {
            allowed++;
        }
        assertThat(allowed).isEqualTo(500);
    }

    private RateLimiter limiter(InstantSource time) {
        LimitSettings settings = new LimitSettings(0, 500, 0, 0, 100, Duration.ofSeconds(1), Duration.ofMillis(500));
        return new RateLimiter(quotas, settings, time);
    }

    /** A store in memory that can be away. */
    private static final class FakeQuotas implements SharedQuotas {
        private long left;
        private volatile boolean away;

        FakeQuotas(long left) {
            this.left = left;
        }

        @Override
        public synchronized CompletableFuture<Grant> take(String holder, List<Quota> quotas, long upTo) {
            if (away) {
                return CompletableFuture.failedFuture(new IllegalStateException("away"));
            }
            long taken = Math.min(upTo, left);
            left -= taken;
            return CompletableFuture.completedFuture(new Grant(taken, List.of(left)));
        }

        @Override
        public synchronized void giveBack(String holder, List<Quota> quotas, long unused) {
            left += unused;
        }
    }
}
