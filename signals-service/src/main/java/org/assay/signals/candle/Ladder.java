package org.assay.signals.candle;

import java.util.List;
import org.assay.events.candle.Interval;
import org.jspecify.annotations.Nullable;

/** The intervals from the shortest to the longest; each holds a whole number of the one before. */
public final class Ladder {

    static final List<Interval> INTERVALS = List.of(Interval.values());

    private Ladder() {}

    /** The place from the shortest, 0 on; part of the stored state. */
    public static int level(Interval interval) {
        return INTERVALS.indexOf(interval);
    }

    static @Nullable Interval longer(Interval interval) {
        int level = level(interval) + 1;
        return level < INTERVALS.size() ? INTERVALS.get(level) : null;
    }

    /** Null for the shortest. */
    static @Nullable Interval shorter(Interval interval) {
        int level = level(interval) - 1;
        return level >= 0 ? INTERVALS.get(level) : null;
    }
}
