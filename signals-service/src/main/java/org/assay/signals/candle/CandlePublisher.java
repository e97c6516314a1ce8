package org.assay.signals.candle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.Consumer;
import org.assay.events.candle.Interval;
import org.assay.events.v1.Candle;
import org.assay.signals.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the candles of a series that changed: closed ones at once, each real change as a new revision; open ones when
 * their interval is due, and the first of each with the first of the shorter one. Works from the shortest interval up, so
 * that a roll-up always sees its parts settled.
 */
public final class CandlePublisher {

    private final Consumer<Candle> out;
    private final StateWriter scratch = new StateWriter();

    public CandlePublisher(Consumer<Candle> out) {
        this.out = out;
    }

    /** Which candles a run publishes. */
    public enum Scope {
        /** Closed ones, and open ones that are due. */
        ALL,
        /** Open ones that are due. */
        OPEN_ONLY
    }

    /**
     * One run over what is dirty.
     *
     * @param knownAtUs the time to stamp on what is published
     * @param due the longest interval whose open candles are due; null when none is
     * @return whether anything changed in the series
     */
    public boolean run(CandleSeries series, long knownAtUs, @Nullable Interval due, Scope scope) {
        boolean changed = false;
        Interval begins = null;
        for (Interval interval : Ladder.INTERVALS) {
            NavigableSet<Long> dirty = series.dirty().of(interval);
            Long openUs = dirty.isEmpty() ? null : dirty.first();
            while (openUs != null) {
                boolean closed = isClosed(series, interval, openUs);
                boolean wanted = closed
                        ? scope == Scope.ALL
                        : interval == begins || (due != null && interval.compareTo(due) <= 0);
                if (wanted) {
                    dirty.remove(openUs);
                    changed = true;
                    publish(series, interval, openUs, knownAtUs);
                    Interval longer = Ladder.longer(interval);
                    if (longer != null && !closed && series.find(longer, longer.openOf(openUs)) == null) {
                        begins = longer;
                    }
                }
                openUs = dirty.higher(openUs);
            }
        }
        return changed;
    }

    private static boolean isClosed(CandleSeries series, Interval interval, long openUs) {
        return openUs + interval.micros() <= series.closedBefore();
    }

    private void publish(CandleSeries series, Interval interval, long openUs, long knownAtUs) {
        Bucket bucket = series.settle(interval, openUs);
        if (bucket == null) {
            bucket = rollUp(series, interval, openUs);
        }
        if (bucket == null) {
            return;
        }
        boolean closed = isClosed(series, interval, openUs);
        boolean news = !closed || bucket.close(scratch);
        series.keep(interval, openUs, bucket);
        if (!news) {
            return;
        }
        out.accept(message(series.identity(), interval, openUs, bucket, closed, knownAtUs));
        Interval longer = Ladder.longer(interval);
        if (longer != null) {
            series.dirty().add(longer, longer.openOf(openUs));
        }
        carryPrice(series, interval, openUs, bucket);
        series.published(interval, openUs, bucket);
    }

    /** A quiet minute shows the last price before it; when that changes, so does the minute. */
    private static void carryPrice(CandleSeries series, Interval interval, long openUs, Bucket bucket) {
        BigDecimal close = bucket.close();
        if (interval != Interval.M1 || close == null) {
            return;
        }
        long nextUs = openUs + interval.micros();
        Bucket next = series.find(interval, nextUs);
        if (next != null && next.followsPrice()) {
            BigDecimal shown = next.close();
            if (shown == null || shown.compareTo(close) != 0) {
                series.dirty().add(interval, nextUs);
            }
        }
    }

    private static @Nullable Bucket rollUp(CandleSeries series, Interval interval, long openUs) {
        Interval shorter = Ladder.shorter(interval);
        if (shorter == null) {
            return null;
        }
        List<@Nullable Bucket> parts = new ArrayList<>();
        int elapsed = 0;
        for (long at = openUs; at < openUs + interval.micros(); at += shorter.micros()) {
            parts.add(series.find(shorter, at));
            if (isClosed(series, shorter, at)) {
                elapsed++;
            }
        }
        Bucket bucket = RollUp.of(parts, elapsed);
        return bucket == null ? null : bucket.continuing(series.find(interval, openUs));
    }

    private static Candle message(
            Candle identity, Interval interval, long openUs, Bucket bucket, boolean closed, long knownAtUs) {
        Candle.Builder candle = identity.toBuilder()
                .setInterval(interval.code())
                .setOpenTimeUs(openUs)
                .setVolume(ExactDecimal.write(bucket.volume))
                .setClosed(closed)
                .setComplete(bucket.complete)
                .setRevision(bucket.revision())
                .setKnownAtUs(knownAtUs)
                .setSource(
                        switch (bucket.source) {
                            case TRADES -> Candle.Source.SOURCE_TRADES;
                            case VENUE -> Candle.Source.SOURCE_VENUE;
                            case MIXED -> Candle.Source.SOURCE_MIXED;
                        });
        if (bucket.open != null && bucket.high != null && bucket.low != null && bucket.close != null) {
            candle.setOpen(ExactDecimal.write(bucket.open))
                    .setHigh(ExactDecimal.write(bucket.high))
                    .setLow(ExactDecimal.write(bucket.low))
                    .setClose(ExactDecimal.write(bucket.close));
        }
        if (bucket.quoteVolume != null) {
            candle.setQuoteVolume(ExactDecimal.write(bucket.quoteVolume));
        }
        if (bucket.trades != Bucket.UNKNOWN_TRADES) {
            candle.setTrades(bucket.trades);
        }
        return candle.build();
    }
}
