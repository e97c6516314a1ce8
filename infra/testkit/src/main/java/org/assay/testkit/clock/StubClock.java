package org.assay.testkit.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock in UTC that stands still until it is told to move. Safe to share between threads. */
public final class StubClock extends Clock {

    private final AtomicReference<Instant> now;

    private StubClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    /** A clock that stands at {@code start}. */
    public static StubClock at(Instant start) {
        return new StubClock(start);
    }

    /** A clock that stands at {@code start}, for instance {@code 2024-08-08T23:54:00Z}. */
    public static StubClock at(String start) {
        return new StubClock(Instant.parse(start));
    }

    /** Moves the clock by {@code step}, which may be negative, and gives the new time. */
    public Instant advance(Duration step) {
        return now.updateAndGet(time -> time.plus(step));
    }

    /** Sets the clock to {@code time}. */
    public void set(Instant time) {
        now.set(time);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Always this clock: it knows no zone but UTC. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
