package org.assay.ingest.venue.kraken;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.events.candle.Interval;
import org.assay.ingest.venue.Channel;
import org.assay.ingest.venue.FrameListener;
import org.assay.ingest.venue.Listing;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.RestRequest;
import org.assay.ingest.venue.SequenceRule;
import org.assay.ingest.venue.StreamKey;
import org.assay.ingest.venue.TradePage;
import org.assay.ingest.venue.TradeRange;
import org.assay.ingest.venue.VenueAdapter;
import org.assay.ingest.venue.VenueBar;
import org.assay.ingest.venue.VenueLimits;
import org.assay.ingest.venue.wire.WireFrames;

/**
 * Kraken spot, WebSocket version 2: {@code trade} and {@code ticker}.
 *
 * <p>Documents: docs.kraken.com, "Spot WebSocket v2" (trade, ticker, ping), "Spot REST" (AssetPairs, Trades, OHLC), and
 * "Spot Websocket Rate Limits".
 */
public final class KrakenAdapter implements VenueAdapter {

    /**
     * "Spot Websocket Rate Limits" and "Websocket FAQ": about 150 connections in 10 minutes from one address; a connection
     * that is silent for a minute is closed, hence the ping. With subscriptions a heartbeat comes about every second.
     * "REST Rate Limits": public calls at one a second.
     */
    private static final VenueLimits LIMITS = new VenueLimits(
            400, 50, 4, 12, Duration.ZERO, Duration.ofSeconds(25), Duration.ofSeconds(20), 1, Duration.ofSeconds(1));

    private final KrakenStream stream = new KrakenStream();
    private final KrakenRest rest = new KrakenRest();

    @Override
    public String venue() {
        return "kraken";
    }

    @Override
    public String displayName() {
        return "Kraken";
    }

    @Override
    public VenueLimits limits() {
        return LIMITS;
    }

    @Override
    public SequenceRule sequenceRule() {
        return SequenceRule.CONTIGUOUS;
    }

    @Override
    public URI webSocketBase() {
        return URI.create("wss://ws.kraken.com");
    }

    @Override
    public URI restBase() {
        return URI.create("https://api.kraken.com");
    }

    @Override
    public URI webSocketAddress(URI base, Channel channel) {
        return URI.create(base + "/v2");
    }

    @Override
    public List<String> subscribeFrames(Collection<StreamKey> streams) {
        return requests("subscribe", streams);
    }

    @Override
    public List<String> unsubscribeFrames(Collection<StreamKey> streams) {
        return requests("unsubscribe", streams);
    }

    private static List<String> requests(String method, Collection<StreamKey> streams) {
        List<String> frames = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            List<String> symbols = streams.stream()
                    .filter(stream -> stream.channel() == channel)
                    .map(StreamKey::symbol)
                    .toList();
            for (List<String> chunk : WireFrames.chunks(symbols, LIMITS.streamsPerMessage())) {
                frames.add("{\"method\":\"" + method + "\",\"params\":{" + channelOf(channel) + ",\"symbol\":"
                        + WireFrames.quoteAll(chunk) + "},\"req_id\":" + KrakenStream.requestId(channel) + "}");
            }
        }
        return frames;
    }

    /** The snapshot of the last trades spares a REST request after a reconnect. */
    private static String channelOf(Channel channel) {
        return switch (channel) {
            case TRADES -> "\"channel\":\"trade\",\"snapshot\":true";
            case QUOTES -> "\"channel\":\"ticker\",\"event_trigger\":\"bbo\",\"snapshot\":true";
        };
    }

    @Override
    public Optional<String> keepAliveFrame() {
        return Optional.of("{\"method\":\"ping\"}");
    }

    @Override
    public void readFrame(String frame, FrameListener listener) throws MalformedPayloadException {
        stream.read(frame, listener);
    }

    @Override
    public RestRequest listingsRequest() {
        return rest.listingsRequest();
    }

    @Override
    public List<Listing> readListings(String body) throws MalformedPayloadException {
        return rest.readListings(body);
    }

    @Override
    public RestRequest tradesRequest(TradeRange range) {
        return rest.tradesRequest(range);
    }

    @Override
    public TradePage readTrades(String body, TradeRange range, RestRequest request) throws MalformedPayloadException {
        return rest.readTrades(body, range, request);
    }

    @Override
    public Set<Interval> candleIntervals() {
        return EnumSet.allOf(Interval.class);
    }

    @Override
    public int candlesPerRequest() {
        return KrakenRest.CANDLES;
    }

    @Override
    public RestRequest candlesRequest(Listing market, Interval interval, long fromUs, long toUs) {
        return rest.candlesRequest(market, interval, fromUs, toUs);
    }

    @Override
    public List<VenueBar> readCandles(String body, Listing market, Interval interval) throws MalformedPayloadException {
        return rest.readCandles(body, market, interval);
    }

    @Override
    public Recognition recognise(URI address) {
        return KrakenRecordings.recognise(address);
    }

    @Override
    public boolean recognisesFrame(String frame) {
        return KrakenRecordings.recognisesFrame(frame);
    }

    @Override
    public Optional<Listing> listingOf(String symbol, AssetCodes codes) {
        return KrakenSymbols.listingOf(symbol);
    }
}
