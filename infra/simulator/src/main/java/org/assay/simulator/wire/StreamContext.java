package org.assay.simulator.wire;

import java.util.Collection;
import java.util.Optional;
import org.assay.simulator.tape.TradeBatch;
import org.assay.simulator.tape.TradeReader.Day;
import org.assay.simulator.tape.TradeReader.Quote;
import org.assay.simulator.universe.Market;

/** What a venue's protocol can do with its connection. Confined to the connection's thread. */
public interface StreamContext {

    /** A number that tells this connection from the others. */
    long connectionNumber();

    /** Microseconds since 1970. */
    long nowUs();

    /** The market of this venue that the stream calls so. */
    Optional<Market> market(String symbol);

    /**
     * Begins to send a channel of a market, from this moment on. Does nothing where the key is subscribed already.
     *
     * @param key what it is called when it ends
     * @param name what the venue's frames call it
     * @return whether it is new
     */
    boolean subscribe(String key, Market market, Channel channel, String name);

    /** Ends a subscription; false when there is none. */
    boolean unsubscribe(String key);

    /** What is subscribed, in the order of subscribing. */
    Collection<Subscription> subscriptions();

    /** The last trades of a market before this moment, at most {@code count}, oldest first; valid until the next call. */
    TradeBatch lastTrades(Market market, int count);

    /** The best bid and offer of this moment. */
    Quote quote(Market market);

    /** The last 24 hours of a market, not older than a minute. */
    Day day(Market market);

    /** An empty frame to build; {@link #send()} sends it. */
    JsonBytes frame();

    /** Sends the frame that was built, as text, with those of this moment. */
    void send();

    /** Sends a WebSocket ping. */
    void ping();

    /** Closes the connection with a closing frame. */
    void close(int code, String reason);
}
