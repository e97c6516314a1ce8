package org.assay.simulator.wire;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The clock of the market: never goes back, whatever the machine's does. Safe for threads. */
public final class MarketClock {

    private final Clock clock;
    private final AtomicLong latestUs = new AtomicLong(Long.MIN_VALUE);

    /** Follows this clock. */
    public MarketClock(Clock clock) {
        this.clock = clock;
    }

    /** Microseconds since 1970. */
    public long nowUs() {
        Instant now = clock.instant();
        long us = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        return latestUs.accumulateAndGet(us, Math::max);
    }
}
