package org.assay.signals.candle;

import org.assay.events.candle.Interval;
import org.assay.events.v1.Candle;
import org.jspecify.annotations.Nullable;

/** The candles of one market or token, as {@link CandlePublisher} works on them. */
public interface CandleSeries {

    /** A candle that carries the market's or token's name and nothing else. */
    Candle identity();

    DirtyCandles dirty();

    /** Intervals that end at or before this time are closed. */
    long closedBefore();

    /** The bucket as it is kept; null when there is none. */
    @Nullable
    Bucket find(Interval interval, long openUs);

    /** Keeps the bucket. */
    void keep(Interval interval, long openUs, Bucket bucket);

    /**
     * The bucket as it has to be published now where that does not follow from shorter intervals: any one-minute bucket,
     * and a venue's own candle of a longer interval. Null where it does follow from them, or where there is none.
     */
    @Nullable
    Bucket settle(Interval interval, long openUs);

    /** Told after a candle was published, or changed without being published anew. */
    void published(Interval interval, long openUs, Bucket bucket);
}
