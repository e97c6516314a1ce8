package org.assay.simulator.wire;

/** What a subscription carries. */
public enum Channel {
    TRADES,
    QUOTES,
    /** Trades of which each is told together with the best bid and offer. */
    TICKER,
    /** A sign of life of one market every second. */
    HEARTBEAT
}
