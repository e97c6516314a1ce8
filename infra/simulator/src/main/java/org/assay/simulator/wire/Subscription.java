package org.assay.simulator.wire;

import org.assay.simulator.tape.TradeReader.Quote;
import org.assay.simulator.universe.Market;
import org.jspecify.annotations.Nullable;

/** What one connection receives of one market on one channel. Confined to the connection's thread. */
public final class Subscription {

    private final String key;
    private final Market market;
    private final Channel channel;
    private final String name;

    long nextNumber;
    long nextTimeUs;
    long nextQuoteUs;

    @Nullable
    Quote lastQuote;
    /** A trade that waits to be sent after the next one; -1 when none does. */
    long heldNumber = -1;

    Subscription(String key, Market market, Channel channel, String name) {
        this.key = key;
        this.market = market;
        this.channel = channel;
        this.name = name;
    }

    /** What the client called it. */
    public String key() {
        return key;
    }

    public Market market() {
        return market;
    }

    public Channel channel() {
        return channel;
    }

    /** What the venue's frames call it, for instance the stream or the topic. */
    public String name() {
        return name;
    }
}
