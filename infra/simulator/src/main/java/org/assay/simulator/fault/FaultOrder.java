package org.assay.simulator.fault;

import java.time.Duration;
import java.util.OptionalInt;
import org.assay.simulator.universe.Venue;
import org.jspecify.annotations.Nullable;

/**
 * A fault as ordered.
 *
 * @param kind what goes wrong
 * @param venue where
 * @param symbol at which market, as the venue's stream writes it; null for all of the venue's
 * @param count how often at most; empty: without end while it lasts, or once for a fault that does not last
 * @param duration how long; zero: 10 s for a fault that lasts, without end for one that is counted
 * @param retryAfter what a rate limit tells the client to wait
 * @param delay how late slow REST answers
 */
public record FaultOrder(
        FaultKind kind,
        Venue venue,
        @Nullable String symbol,
        OptionalInt count,
        Duration duration,
        Duration retryAfter,
        Duration delay) {

    private static final Duration USUAL_DURATION = Duration.ofSeconds(10);

    /** How often it happens at most. */
    int times() {
        return count.orElse(kind.lasting() ? Integer.MAX_VALUE : 1);
    }

    /** How long it can happen; empty time means without end. */
    Duration lasts() {
        return duration.isZero() && kind.lasting() && count.isEmpty() ? USUAL_DURATION : duration;
    }
}
