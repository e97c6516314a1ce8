package org.assay.simulator.candle;

import java.math.BigInteger;

/**
 * A candle of a market.
 *
 * @param openUs when it opens, microseconds since 1970
 * @param open in ticks, as are {@code high}, {@code low} and {@code close}
 * @param volume in lots
 * @param turnover in ticks times lots
 * @param trades how many; 0 for a quiet stretch, whose prices are the close before it
 */
public record Candle(
        long openUs, long open, long high, long low, long close, BigInteger volume, BigInteger turnover, long trades) {}
