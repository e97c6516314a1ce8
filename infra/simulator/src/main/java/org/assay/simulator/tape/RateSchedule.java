package org.assay.simulator.tape;

import java.util.ArrayList;
import java.util.List;

/**
 * The rate of trades over time. Trades exist from the first segment's start on.
 *
 * @param segments in order of time, at least one
 */
public record RateSchedule(List<Segment> segments) {

    public RateSchedule {
        segments = List.copyOf(segments);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("A rate schedule needs a segment");
        }
        for (int i = 1; i < segments.size(); i++) {
            if (segments.get(i).fromUs() <= segments.get(i - 1).fromUs()) {
                throw new IllegalArgumentException("The segments of a rate schedule must be in order of time");
            }
        }
    }

    /**
     * A stretch of time with one rate, up to the next one's start.
     *
     * @param fromUs its start, microseconds since 1970
     * @param tradesPerSecond over all markets
     */
    public record Segment(long fromUs, double tradesPerSecond) {

        public Segment {
            if (!(tradesPerSecond > 0)) {
                throw new IllegalArgumentException("A rate must be above 0, but is " + tradesPerSecond);
            }
        }
    }

    /** When the first trades exist. */
    public long startUs() {
        return segments.getFirst().fromUs();
    }

    /** The rate of the last segment, in trades a second over all markets. */
    public double currentRate() {
        return segments.getLast().tradesPerSecond();
    }

    /** This schedule with another rate from a time on, which is after the last segment's start. */
    public RateSchedule with(Segment segment) {
        List<Segment> longer = new ArrayList<>(segments);
        longer.add(segment);
        return new RateSchedule(longer);
    }
}
