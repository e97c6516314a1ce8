package org.assay.signals.market;

import org.assay.events.candle.Interval;
import org.jspecify.annotations.Nullable;

/**
 * How often candles that are still open are published: every second, 5, 15 or 60 seconds by the length of the interval. Each
 * series has its own moment in the minute, so that they do not all come at once. Whenever a longer interval is due, so are
 * all shorter ones.
 */
final class Cadence {

    private static final long SECOND = 1_000_000;
    private static final int STEPS_OF_A_MINUTE = 600;

    private Cadence() {}

    /** A series' moment in the minute, microseconds, the same for the same name. */
    static long moment(String name) {
        return Math.floorMod(name.hashCode(), STEPS_OF_A_MINUTE) * (60 * SECOND / STEPS_OF_A_MINUTE);
    }

    /**
     * The longest interval that is due when a clock moves on; null when none is.
     *
     * @param beforeUs null when the clock has not been known before
     * @param momentUs of the series
     */
    static @Nullable Interval due(@Nullable Long beforeUs, long atUs, long momentUs) {
        Interval due = null;
        for (Interval interval : Interval.values()) {
            long every = secondsOf(interval) * SECOND;
            if (beforeUs == null || Math.floorDiv(atUs - momentUs, every) > Math.floorDiv(beforeUs - momentUs, every)) {
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
