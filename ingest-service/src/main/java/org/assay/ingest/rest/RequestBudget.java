package org.assay.ingest.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What may be asked of a venue: a token bucket of request weights, shared by all its REST requests. Four fifths of what
 * the venue allows, since it counts on its own clock. Thread safe.
 */
public final class RequestBudget {

    private static final double SHARE = 0.8;

    private final Clock clock;
    private final double capacity;
    private final double perSecond;
    private double tokens;
    private Instant countedAt;
    private Instant heldUntil;

    /** @param weight allowed in each {@code window} */
    public RequestBudget(int weight, Duration window, Clock clock) {
        this.clock = clock;
        this.capacity = Math.max(1, weight * SHARE);
        this.perSecond = capacity / (window.toMillis() / 1_000.0);
        this.tokens = capacity;
        this.countedAt = clock.instant();
        this.heldUntil = countedAt;
    }

    /** Takes the weight and says how long to wait before the request may go out. */
    synchronized Duration reserve(int weight) {
        Instant now = clock.instant();
        double elapsed = Duration.between(countedAt, now).toNanos() / 1e9;
        tokens = Math.min(capacity, tokens + Math.max(0, elapsed) * perSecond);
        countedAt = now;
        tokens -= weight;
        Duration untilTokens = tokens >= 0 ? Duration.ZERO : Duration.ofNanos((long) (-tokens / perSecond * 1e9));
        Duration untilFree = Duration.between(now, heldUntil);
        return untilTokens.compareTo(untilFree) > 0 ? untilTokens : untilFree.isNegative() ? Duration.ZERO : untilFree;
    }

    /** Lets nothing out for a while, because the venue said so. */
    synchronized void hold(Duration duration) {
        Instant until = clock.instant().plus(duration);
        if (until.isAfter(heldUntil)) {
            heldUntil = until;
        }
    }
}
