package org.assay.ingest.history;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.assay.ingest.rest.Pause;

/** Lets at most so many candles go out in a second. Used by one thread. */
final class HistoryPace {

    private static final long SECOND_NANOS = 1_000_000_000L;
    /** Shorter waits than this cost more than they smooth. */
    private static final long SHORTEST_WAIT_NANOS = 10_000_000L;

    private final long nanosEach;
    private final Pause pause;
    private final LongSupplier nanoTime;
    private long dueAt;

    /** Paces to {@code perSecond}, at least 1, on a clock of nanoseconds. */
    HistoryPace(int perSecond, Pause pause, LongSupplier nanoTime) {
        this.nanosEach = SECOND_NANOS / Math.max(1, perSecond);
        this.pause = pause;
        this.nanoTime = nanoTime;
        this.dueAt = nanoTime.getAsLong();
    }

    /** Waits until the next candle may go out. Time that went by unused is not saved up. */
    void await() throws InterruptedException {
        long now = nanoTime.getAsLong();
        long wait = dueAt - now;
        if (wait >= SHORTEST_WAIT_NANOS) {
            pause.pause(Duration.ofNanos(wait));
        }
        dueAt = Math.max(dueAt, now) + nanosEach;
    }
}
