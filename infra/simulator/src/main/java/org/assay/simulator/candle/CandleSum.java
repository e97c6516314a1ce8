package org.assay.simulator.candle;

import java.math.BigInteger;
import org.assay.simulator.tape.TradeBatch;

/** Adds trades or shorter candles, oldest first, up to one candle. Exact however much is added. */
final class CandleSum {

    private static final long CARRY = 1_000_000_000_000_000L;

    private long open;
    private long high;
    private long low;
    private long close;
    private long trades;
    private boolean priced;
    private long volume;
    private long turnoverHigh;
    private long turnoverLow;

    void clear(long previousClose) {
        open = previousClose;
        high = previousClose;
        low = previousClose;
        close = previousClose;
        trades = 0;
        volume = 0;
        turnoverHigh = 0;
        turnoverLow = 0;
        priced = false;
    }

    void add(TradeBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            long price = batch.price(i);
            add(price, price, price, price);
            add(batch.amount(i), Math.multiplyExact(price, batch.amount(i)), 1);
        }
    }

    void add(long nextOpen, long nextHigh, long nextLow, long nextClose) {
        if (!priced) {
            priced = true;
            open = nextOpen;
            high = nextHigh;
            low = nextLow;
        }
        high = Math.max(high, nextHigh);
        low = Math.min(low, nextLow);
        close = nextClose;
    }

    void add(long moreVolume, long moreTurnover, long moreTrades) {
        volume = Math.addExact(volume, moreVolume);
        carry(moreTurnover);
        trades += moreTrades;
    }

    private void carry(long moreTurnover) {
        if (moreTurnover < CARRY) {
            turnoverLow += moreTurnover;
        } else {
            turnoverLow += moreTurnover % CARRY;
            turnoverHigh += moreTurnover / CARRY;
        }
        if (turnoverLow >= CARRY) {
            turnoverLow -= CARRY;
            turnoverHigh++;
        }
    }

    void add(Candle minute) {
        if (minute.trades() == 0) {
            return;
        }
        add(minute.open(), minute.high(), minute.low(), minute.close());
        volume = Math.addExact(volume, minute.volume().longValueExact());
        BigInteger[] parts = minute.turnover().divideAndRemainder(BigInteger.valueOf(CARRY));
        turnoverHigh += parts[0].longValueExact();
        carry(parts[1].longValueExact());
        trades += minute.trades();
    }

    long trades() {
        return trades;
    }

    Candle candle(long openUs) {
        BigInteger turnover = BigInteger.valueOf(turnoverHigh)
                .multiply(BigInteger.valueOf(CARRY))
                .add(BigInteger.valueOf(turnoverLow));
        return new Candle(openUs, open, high, low, close, BigInteger.valueOf(volume), turnover, trades);
    }
}
