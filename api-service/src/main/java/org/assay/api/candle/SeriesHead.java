package org.assay.api.candle;

import java.time.Duration;
import java.time.Instant;
import org.assay.events.candle.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a series as a whole.
 *
 * @param quote what its prices are in
 * @param knownAt when its newest candle was computed, of the interval asked for or of a minute; null when it has none
 * @param minute the open time of its newest minute; null when it has none
 */
record SeriesHead(
        String quote, @Nullable Instant knownAt, @Nullable Instant minute) {

    /** A quiet minute is issued as soon as it is over; a series whose newest minute ended longer ago has stopped. */
    private static final Duration CONTINUED_WITHIN = Duration.ofMinutes(3);

    boolean isStale(Instant now) {
        return minute == null
                || minute.plus(Interval.M1.duration()).plus(CONTINUED_WITHIN).isBefore(now);
    }
}
