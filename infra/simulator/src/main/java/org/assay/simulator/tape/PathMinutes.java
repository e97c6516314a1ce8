package org.assay.simulator.tape;

/** What a market did in consecutive minutes of which no trades exist; prices are logarithms. Reused. */
public final class PathMinutes {

    /** How many minutes it holds at most: a day. */
    public static final int CAPACITY = 1_440;

    /** The opens, and where the last minute ends. */
    final double[] logs = new double[CAPACITY + 1];

    final double[] highs = new double[CAPACITY];
    final double[] lows = new double[CAPACITY];
    final double[] closes = new double[CAPACITY];
    final long[] volumes = new long[CAPACITY];
    final long[] trades = new long[CAPACITY];

    /** The logarithm of the first price of a minute. */
    public double open(int minute) {
        return logs[minute];
    }

    /** The logarithm of the highest price. */
    public double high(int minute) {
        return highs[minute];
    }

    /** The logarithm of the lowest price. */
    public double low(int minute) {
        return lows[minute];
    }

    /** The logarithm of the last price. */
    public double close(int minute) {
        return closes[minute];
    }

    /** In lots. */
    public long volume(int minute) {
        return volumes[minute];
    }

    /** At least 1. */
    public long trades(int minute) {
        return trades[minute];
    }
}
