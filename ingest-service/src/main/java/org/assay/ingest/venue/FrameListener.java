package org.assay.ingest.venue;

/** Receives what a WebSocket frame says. Called on the connection's reader thread, in the frame's own order. */
public interface FrameListener {

    void onTrade(VenueTrade trade);

    /**
     * A trade that happened before the subscription and is sent with its confirmation (Coinbase's {@code last_match},
     * Kraken's snapshot). It may have been seen already.
     */
    void onPastTrade(VenueTrade trade);

    void onQuote(VenueQuote quote);

    /** The venue confirmed a subscription. */
    void onSubscribed(StreamKey stream);

    /** The venue refused a subscription; {@code message} is its own text. */
    void onRefused(StreamKey stream, String message);

    /** The venue refused something without saying which stream. */
    void onVenueError(String message);

    /**
     * The venue says which trade was the market's last (Coinbase's heartbeat). When it is further on than the last trade
     * received, trades were lost, which a quiet market would not show otherwise.
     *
     * @param sequence as {@link VenueTrade#sequence()}
     */
    default void onLastSequence(String symbol, long sequence) {}

    /** A sign of life without data. */
    void onHeartbeat();

    /** The venue expects this frame in return, at once. */
    void onReplyWanted(String frame);

    /** The venue announced that it will close this connection. */
    void onClosingAnnounced(String reason);

    /** A well-formed frame of a kind that this adapter does not need. */
    void onIgnored(String kind);
}
