package org.assay.signals.sink.partition;

import java.util.ArrayList;
import java.util.List;
import org.assay.events.candle.Interval;

/** A table that is partitioned by time. */
public record PartitionedTable(String name, Grain grain, Kept kept) {

    /** Trades, by event time. */
    public static final PartitionedTable TRADE = new PartitionedTable("trade", Grain.DAY, Kept.TRADES);

    /** Prices, by the minute they are about. */
    public static final PartitionedTable PRICE = new PartitionedTable("price", Grain.MONTH, Kept.PRICES);

    /** Hourly grades, by the end of the hour. */
    public static final PartitionedTable HOURLY_GRADE =
            new PartitionedTable("grade_hourly", Grain.MONTH, Kept.HOURLY_RATINGS);

    /** Which retention applies. */
    enum Kept {
        TRADES,
        MINUTE_CANDLES,
        PRICES,
        HOURLY_RATINGS,
        FOR_GOOD
    }

    /** Market candles of one interval, by open time. */
    public static PartitionedTable marketCandles(Interval interval) {
        return candles("market_candle_", interval);
    }

    /** Token candles of one interval, by open time. */
    public static PartitionedTable tokenCandles(Interval interval) {
        return candles("token_candle_", interval);
    }

    static List<PartitionedTable> all() {
        List<PartitionedTable> tables = new ArrayList<>(List.of(TRADE, PRICE, HOURLY_GRADE));
        for (Interval interval : Interval.values()) {
            tables.add(marketCandles(interval));
            tables.add(tokenCandles(interval));
        }
        return tables;
    }

    private static PartitionedTable candles(String prefix, Interval interval) {
        return interval == Interval.M1
                ? new PartitionedTable(prefix + interval.code(), Grain.MONTH, Kept.MINUTE_CANDLES)
                : new PartitionedTable(prefix + interval.code(), Grain.YEAR, Kept.FOR_GOOD);
    }
}
