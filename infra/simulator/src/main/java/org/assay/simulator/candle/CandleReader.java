package org.assay.simulator.candle;

import java.util.ArrayList;
import java.util.List;
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
    private final TradeReader.PathMinute path = new TradeReader.PathMinute();

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
        for (long openUs = first; openUs < toUs && openUs <= nowUs; openUs += lengthUs) {
            if (lengthUs == MINUTE_US) {
                candles.add(minute(market, openUs, nowUs));
                continue;
            }
            candles.add(rolledUp(market, lengthUs, openUs, nowUs, sum));
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

    private Candle minute(Market market, long openUs, long nowUs) {
        if (openUs < pathEndUs()) {
            minuteSum.clear(0);
            addPath(market, openUs, openUs + MINUTE_US, minuteSum);
            return minuteSum.candle(openUs);
        }
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
        trades.pathMinute(market, pathEndUs() - MINUTE_US, path);
        return trades.ticks(market, path.close());
    }

    /** Adds the minutes that open in {@code [fromUs, toUs)}. Extremes are found before they are rounded to ticks. */
    private void addPath(Market market, long fromUs, long toUs, CandleSum sum) {
        if (fromUs >= toUs) {
            return;
        }
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        long open = 0;
        for (long at = fromUs; at < toUs; at += MINUTE_US) {
            trades.pathMinute(market, at, path);
            long price = trades.ticks(market, path.open());
            open = at == fromUs ? price : open;
            high = Math.max(high, path.high());
            low = Math.min(low, path.low());
            sum.add(path.volume(), Math.multiplyExact(price, path.volume()), path.trades());
        }
        sum.add(open, trades.ticks(market, high), trades.ticks(market, low), trades.ticks(market, path.close()));
    }
}
