package org.assay.ingest.replay;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Stands at the receive time of the recorded frame that is being replayed. Never goes back. Thread safe. */
public final class ReplayClock extends Clock {

    private final AtomicLong nowUs = new AtomicLong();

    @Override
    public Instant instant() {
        long micros = nowUs.get();
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The same clock: a recording has no zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    /** Microseconds since the epoch. */
    long nowUs() {
        return nowUs.get();
    }

    void advanceTo(long timeUs) {
        nowUs.accumulateAndGet(timeUs, Math::max);
    }
}
