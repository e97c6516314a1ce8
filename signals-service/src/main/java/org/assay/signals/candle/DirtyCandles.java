package org.assay.signals.candle;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.assay.events.candle.Interval;
import org.assay.signals.state.StateReader;
import org.assay.signals.state.StateWriter;

/** The candles of one market or token that changed since they were last published, by interval and open time. */
public final class DirtyCandles {

    private final List<NavigableSet<Long>> opens;

    private DirtyCandles(List<NavigableSet<Long>> opens) {
        this.opens = opens;
    }

    public static DirtyCandles none() {
        List<NavigableSet<Long>> opens = new ArrayList<>();
        for (int i = 0; i < Ladder.INTERVALS.size(); i++) {
            opens.add(new TreeSet<>());
        }
        return new DirtyCandles(opens);
    }

    public static DirtyCandles read(StateReader in) {
        List<NavigableSet<Long>> opens = new ArrayList<>();
        for (int i = 0; i < Ladder.INTERVALS.size(); i++) {
            opens.add(in.ascending());
        }
        return new DirtyCandles(opens);
    }

    public void write(StateWriter out) {
        opens.forEach(out::ascending);
    }

    public void add(Interval interval, long openUs) {
        of(interval).add(openUs);
    }

    /** Adds the intervals longer than a minute that a time lies in. */
    public void addLonger(long timeUs) {
        for (Interval interval : Interval.values()) {
            if (interval != Interval.M1) {
                add(interval, interval.openOf(timeUs));
            }
        }
    }

    /** Whether nothing waits. */
    public boolean isEmpty() {
        for (NavigableSet<Long> waiting : opens) {
            if (!waiting.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    NavigableSet<Long> of(Interval interval) {
        return opens.get(Ladder.level(interval));
    }
}
