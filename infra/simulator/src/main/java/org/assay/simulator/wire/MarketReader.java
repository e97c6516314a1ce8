package org.assay.simulator.wire;

import java.util.List;
import org.assay.simulator.candle.Candle;
import org.assay.simulator.candle.CandleReader;
import org.assay.simulator.tape.TradeBatch;
import org.assay.simulator.tape.TradeReader;
import org.assay.simulator.tape.TradeReader.Quote;
import org.assay.simulator.universe.Market;

/** Reads the past of the markets for REST answers. One thread at a time. */
public final class MarketReader {

    private final TradeReader trades;
    private final CandleReader candles;
    private final TradeBatch batch = new TradeBatch();

    /** Reads trades and candles of the same tapes. */
    public MarketReader(TradeReader trades, CandleReader candles) {
        this.trades = trades;
        this.candles = candles;
    }

    /** How many trades have happened up to and including this moment. */
    public long countUntil(Market market, long nowUs) {
        return trades.countBefore(market, nowUs + 1);
    }

    /** How many trades happen before a time. */
    public long countBefore(Market market, long timeUs) {
        return trades.countBefore(market, timeUs);
    }

    /** The trades numbered {@code [from, to)}; valid until the next call. */
    public TradeBatch trades(Market market, long from, long to) {
        batch.clear();
        trades.read(market, Math.max(0, from), to, batch);
        return batch;
    }

    /** The best bid and offer. */
    public Quote quote(Market market, long timeUs) {
        return trades.quote(market, timeUs);
    }

    /**
     * Candles that open in {@code [fromUs, toUs)}, oldest first, the unfinished one included.
     *
     * @param shiftUs see {@link CandleReader#read}
     */
    public List<Candle> candles(Market market, long lengthUs, long shiftUs, long fromUs, long toUs, long nowUs) {
        return candles.read(market, lengthUs, shiftUs, fromUs, toUs, nowUs);
    }
}
