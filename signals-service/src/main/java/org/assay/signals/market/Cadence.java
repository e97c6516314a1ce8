package org.assay.signals.market;

import org.assay.events.candle.Interval;
import org.jspecify.annotations.Nullable;

/**
 * How often candles that are still open are published: each second, 5, 15 or 60 seconds by the length of the interval,
 * when a clock passes a whole multiple of it. Whenever a longer interval is due, so are all shorter ones.
 */
final class Cadence {

    private static final long SECOND = 1_000_000;

    private Cadence() {}

    /** The longest interval that is due when a clock moves on; null when none is. */
    static @Nullable Interval due(@Nullable Long beforeUs, long atUs) {
        Interval due = null;
        for (Interval interval : Interval.values()) {
            long every = secondsOf(interval) * SECOND;
            if (beforeUs == null || Math.floorDiv(atUs, every) > Math.floorDiv(beforeUs, every)) {
                due = interval;
            }
        }
        return due;
    }

    private static long secondsOf(Interval interval) {
        return switch (interval) {
            case M1 -> 1;
            case M5 -> 5;
            case M15 -> 15;
            case H1, H4, D1 -> 60;
        };
    }
}
