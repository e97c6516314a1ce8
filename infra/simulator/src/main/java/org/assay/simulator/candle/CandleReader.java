package org.assay.simulator.candle;

import java.util.ArrayList;
import java.util.List;
import org.assay.simulator.tape.PathMinutes;
import org.assay.simulator.tape.Tapes;
import org.assay.simulator.tape.TradeBatch;
import org.assay.simulator.tape.TradeReader;
import org.assay.simulator.universe.Market;
import org.jspecify.annotations.Nullable;

/**
 * Candles of any length that is whole minutes. A minute in which trades exist is built from those very trades; an earlier
 * one comes from the price path. Every longer candle is the sum of its minutes. One thread at a time.
 */
public final class CandleReader {

    private static final long MINUTE_US = 60_000_000;
    private static final int CHUNK = 4_096;
    /** A minute with fewer trades is built again rather than kept. */
    private static final int WORTH_KEEPING = 200;

    private final Tapes tapes;
    private final TradeReader trades;
    private final MinuteCache cache;
    private final long epochUs;
    private final long exactFromUs;
    private final TradeBatch batch = new TradeBatch();
    private final CandleSum minuteSum = new CandleSum();
    private final PathMinutes path = new PathMinutes();

    /**
     * A reader.
     *
     * @param epochUs the start of the price paths: there are no candles before it
     * @param exactFromUs minutes before this come from the price path even where trades exist
     */
    public CandleReader(Tapes tapes, TradeReader trades, MinuteCache cache, long epochUs, long exactFromUs) {
        this.tapes = tapes;
        this.trades = trades;
        this.cache = cache;
        this.epochUs = epochUs;
        this.exactFromUs = exactFromUs;
    }

    /**
     * The candles that open in a stretch of time, oldest first; the last one may not be finished at {@code nowUs}.
     *
     * @param lengthUs their length
     * @param shiftUs when the first candle of 1970 opens: 0, or less for a venue whose day begins elsewhere
     * @param fromUs inclusive
     * @param toUs exclusive
     * @param nowUs nothing later than this is known
     */
    public List<Candle> read(Market market, long lengthUs, long shiftUs, long fromUs, long toUs, long nowUs) {
        long first = ceiling(Math.max(fromUs, epochUs) - shiftUs, lengthUs) + shiftUs;
        List<Candle> candles = new ArrayList<>();
        CandleSum sum = new CandleSum();
        long endUs = Math.min(toUs, nowUs + 1);
        long openUs = first;
        if (lengthUs == MINUTE_US) {
            openUs = Math.clamp(pathEndUs(), first, Math.max(first, ceiling(endUs, MINUTE_US)));
            addPathMinutes(market, first, openUs, candles);
        }
        for (; openUs < endUs; openUs += lengthUs) {
            candles.add(
                    lengthUs == MINUTE_US
                            ? minute(market, openUs, nowUs)
                            : rolledUp(market, lengthUs, openUs, nowUs, sum));
        }
        return candles;
    }

    private Candle rolledUp(Market market, long lengthUs, long openUs, long nowUs, CandleSum sum) {
        sum.clear(0);
        long end = Math.min(openUs + lengthUs, nowUs + 1);
        long exact = Math.clamp(pathEndUs(), openUs, ceiling(end, MINUTE_US));
        addPath(market, openUs, exact, sum);
        @Nullable Candle quiet = null;
        for (long at = exact; at < end; at += MINUTE_US) {
            Candle minute = minute(market, at, nowUs);
            if (quiet == null) {
                quiet = minute;
            }
            sum.add(minute);
        }
        if (sum.trades() == 0 && quiet != null) {
            sum.clear(quiet.close());
        }
        return sum.candle(openUs);
    }

    private static long ceiling(long value, long step) {
        return Math.ceilDiv(value, step) * step;
    }

    /** The first minute of which all trades exist. */
    private long pathEndUs() {
        return Math.max(exactFromUs, ceiling(tapes.schedule().startUs(), MINUTE_US));
    }

    /** A minute of which all trades exist. */
    private Candle minute(Market market, long openUs, long nowUs) {
        Candle kept = cache.find(market, openUs);
        if (kept != null) {
            return kept;
        }
        long endUs = openUs + MINUTE_US;
        long from = trades.countBefore(market, openUs);
        long to = trades.countBefore(market, Math.min(endUs, nowUs + 1));
        minuteSum.clear(from == 0 ? lastPathClose(market) : trades.priceBefore(market, from, batch));
        for (long start = from; start < to; start += CHUNK) {
            batch.clear();
            trades.read(market, start, Math.min(to, start + CHUNK), batch);
            minuteSum.add(batch);
        }
        Candle built = minuteSum.candle(openUs);
        if (built.trades() >= WORTH_KEEPING && endUs <= nowUs) {
            cache.keep(market, built);
        }
        return built;
    }

    /** What a minute before the first trade has for a close. */
    private long lastPathClose(Market market) {
        trades.pathMinutes(market, pathEndUs() - MINUTE_US, 1, path);
        return trades.ticks(market, path.close(0));
    }

    private void addPathMinutes(Market market, long fromUs, long toUs, List<Candle> candles) {
        for (long at = fromUs; at < toUs; at += PathMinutes.CAPACITY * MINUTE_US) {
            int count = readPath(market, at, toUs);
            for (int i = 0; i < count; i++) {
                minuteSum.clear(0);
                long open = trades.ticks(market, path.open(i));
                addVolume(open, i, minuteSum);
                addPrices(market, open, path.high(i), path.low(i), path.close(i), minuteSum);
                candles.add(minuteSum.candle(at + i * MINUTE_US));
            }
        }
    }

    /** Adds the minutes that open in {@code [fromUs, toUs)}. Extremes are found before they are rounded to ticks. */
    private void addPath(Market market, long fromUs, long toUs, CandleSum sum) {
        if (fromUs >= toUs) {
            return;
        }
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        double close = 0;
        long open = 0;
        for (long at = fromUs; at < toUs; at += PathMinutes.CAPACITY * MINUTE_US) {
            int count = readPath(market, at, toUs);
            for (int i = 0; i < count; i++) {
                long price = trades.ticks(market, path.open(i));
                open = at == fromUs && i == 0 ? price : open;
                high = Math.max(high, path.high(i));
                low = Math.min(low, path.low(i));
                addVolume(price, i, sum);
            }
            close = path.close(count - 1);
        }
        addPrices(market, open, high, low, close, sum);
    }

    private int readPath(Market market, long fromUs, long toUs) {
        int count = (int) Math.min(PathMinutes.CAPACITY, (toUs - fromUs) / MINUTE_US);
        trades.pathMinutes(market, fromUs, count, path);
        return count;
    }

    private void addVolume(long price, int minute, CandleSum sum) {
        long volume = path.volume(minute);
        sum.add(volume, Math.multiplyExact(price, volume), path.trades(minute));
    }

    private void addPrices(Market market, long open, double high, double low, double close, CandleSum sum) {
        sum.add(open, trades.ticks(market, high), trades.ticks(market, low), trades.ticks(market, close));
    }
}
