package org.assay.simulator.wire;

import org.assay.simulator.tape.TradeBatch;
import org.assay.simulator.tape.TradeReader.Quote;

/** A venue's side of one WebSocket. Called on the connection's thread alone. */
public interface StreamProtocol {

    /** The connection is open. */
    default void opened() {}

    /** The client sent a text frame. */
    void received(String text);

    /**
     * Trades of a subscription, in the order to send them.
     *
     * @param batch at least one; reused after the call
     */
    void trades(Subscription subscription, TradeBatch batch);

    /**
     * A new best bid and offer.
     *
     * @param timeUs since when
     */
    void quote(Subscription subscription, Quote quote, long timeUs);

    /** Called about every second; {@code silent} says that nothing was sent since the last call. */
    default void everySecond(boolean silent) {}

    /** A broken frame as this venue might send one; {@code turn} counts them. */
    default String garbage(long turn) {
        return switch ((int) (turn % 4)) {
            case 0 -> "{\"broken\":";
            case 1 -> "<html><body>502 Bad Gateway</body></html>";
            case 2 -> "[1,2";
            default -> malformedTrade();
        };
    }

    /** A frame that is well-formed JSON and looks like a trade, but whose price is none. */
    String malformedTrade();
}
