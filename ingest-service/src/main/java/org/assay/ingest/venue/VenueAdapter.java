package org.assay.ingest.venue;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.events.candle.Interval;

/**
 * All that is particular to one venue: its addresses, formats and limits. Pure: no connection, no thread, no clock, so
 * that live frames, recordings and the simulator run through the same code.
 *
 * <p>Reading is tolerant of unknown fields and of unknown values of descriptive fields, and strict about ids, prices,
 * amounts and times. Every {@code read} method throws only {@link MalformedPayloadException}.
 */
public interface VenueAdapter {

    /** Lower-case id, for instance {@code binance}. */
    String venue();

    /** The name for people, for instance {@code Binance}. */
    String displayName();

    VenueLimits limits();

    /** What this venue's trade ids on the stream promise. */
    SequenceRule sequenceRule();

    /** Public WebSocket base address. */
    URI webSocketBase();

    /** Public REST base address. */
    URI restBase();

    // WebSocket

    /**
     * The address to connect to for streams of this channel. Streams whose addresses are equal may share a WebSocket;
     * streams whose addresses differ cannot (OKX serves every single trade on one address and quotes on another).
     *
     * @param base {@link #webSocketBase()} or the configured stand-in for it
     */
    URI webSocketAddress(URI base, Channel channel);

    /**
     * Frames that subscribe these streams, at most {@link VenueLimits#streamsPerMessage()} in each. All streams have the
     * same {@link #webSocketAddress}.
     */
    List<String> subscribeFrames(Collection<StreamKey> streams);

    /** Frames that end these subscriptions. */
    List<String> unsubscribeFrames(Collection<StreamKey> streams);

    /** The frame that keeps an idle connection open; empty where WebSocket pings do. */
    Optional<String> keepAliveFrame();

    /** Reads a frame and tells the listener what it says. */
    void readFrame(String frame, FrameListener listener) throws MalformedPayloadException;

    // REST

    RestRequest listingsRequest();

    /** Spot markets only. */
    List<Listing> readListings(String body) throws MalformedPayloadException;

    /** The first request for a range of past trades. */
    RestRequest tradesRequest(TradeRange range);

    /**
     * Reads an answer to {@link #tradesRequest} or to a page's {@code next}.
     *
     * @param request the request that was answered
     */
    TradePage readTrades(String body, TradeRange range, RestRequest request) throws MalformedPayloadException;

    /** Intervals that the venue serves natively. */
    Set<Interval> candleIntervals();

    /** Most candles that one answer holds. */
    int candlesPerRequest();

    /**
     * A request for the candles that open in {@code [fromUs, toUs)}; the caller keeps it within
     * {@link #candlesPerRequest()}.
     *
     * @throws IllegalArgumentException when the interval is none of {@link #candleIntervals()}
     */
    RestRequest candlesRequest(Listing market, Interval interval, long fromUs, long toUs);

    /**
     * Oldest first. The venue's unfinished last candle is included if it sends one, and so are candles outside the range
     * that was asked for (Kraken always sends the newest ones).
     */
    List<VenueBar> readCandles(String body, Listing market, Interval interval) throws MalformedPayloadException;

    // Recordings

    /** Whether a recorded address is this venue's, and whether in the API version that this adapter reads. */
    Recognition recognise(URI address);

    /** Whether a recorded frame without an address has this venue's form. */
    boolean recognisesFrame(String frame);

    /**
     * The market that a symbol on the stream names when no instrument list is at hand.
     *
     * @return empty when the symbol does not split into base and quote in exactly one way
     */
    Optional<Listing> listingOf(String symbol, AssetCodes codes);

    /** What a recorded address is to an adapter. */
    enum Recognition {
        /** Another venue's. */
        FOREIGN,
        /** This venue's, in a version, or of a kind of market, that the adapter does not read. */
        UNSUPPORTED,
        /** A WebSocket that the adapter reads. */
        STREAM,
        /** REST: the venue's instrument list. */
        LISTINGS,
        /** REST: trades. */
        TRADES,
        /** REST: candles. */
        CANDLES,
        /** REST: something the adapter does not need. */
        OTHER_REST
    }

    /** Which asset codes are known at the venue. */
    @FunctionalInterface
    interface AssetCodes {
        boolean isKnown(String assetCode);
    }
}
