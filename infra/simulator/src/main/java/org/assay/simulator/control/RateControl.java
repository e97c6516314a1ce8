package org.assay.simulator.control;

/** Reads and changes the rate of trades. */
public interface RateControl {

    /** Trades a second over all markets. */
    double rate();

    /**
     * Changes the rate from a moment on that is about to come.
     *
     * @return when it takes effect, microseconds since 1970
     * @throws IllegalArgumentException when the rate is out of bounds
     */
    long change(double tradesPerSecond);
}
