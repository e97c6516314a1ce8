package org.assay.ingest.venue.bybit;

import java.net.URI;
import java.time.Duration;
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
import org.assay.ingest.venue.wire.WireSymbols;

/**
 * Bybit v5 spot: {@code publicTrade} and {@code orderbook.1}.
 *
 * <p>Documents: bybit-exchange.github.io/docs/v5, "Connect", "Trade", "Orderbook", "Get Public Recent Trading History",
 * "Get Kline", "Get Instruments Info", "Rate Limit".
 */
public final class BybitAdapter implements VenueAdapter {

    /**
     * "Connect": 10 topics in one request for spot, 500 connections in 5 minutes, a ping every 20 seconds. "Rate Limit": 600
     * requests in 5 seconds from one address; we take half.
     */
    private static final VenueLimits LIMITS = new VenueLimits(
            200, 10, 5, 60, Duration.ZERO, Duration.ofSeconds(20), Duration.ofSeconds(45), 300, Duration.ofSeconds(5));

    private final BybitStream stream = new BybitStream();
    private final BybitRest rest = new BybitRest();

    @Override
    public String venue() {
        return "bybit";
    }

    @Override
    public String displayName() {
        return "Bybit";
    }

    @Override
    public VenueLimits limits() {
        return LIMITS;
    }

    @Override
    public SequenceRule sequenceRule() {
        return SequenceRule.NONE;
    }

    @Override
    public URI webSocketBase() {
        return URI.create("wss://stream.bybit.com");
    }

    @Override
    public URI restBase() {
        return URI.create("https://api.bybit.com");
    }

    @Override
    public URI webSocketAddress(URI base, Channel channel) {
        return URI.create(base + "/v5/public/spot");
    }

    @Override
    public List<String> subscribeFrames(Collection<StreamKey> streams) {
        return requests("subscribe", streams);
    }

    @Override
    public List<String> unsubscribeFrames(Collection<StreamKey> streams) {
        return requests("unsubscribe", streams);
    }

    /** The answer names no topic, only the request's id: so the id holds the topics. */
    private static List<String> requests(String op, Collection<StreamKey> streams) {
        return WireFrames.chunks(streams, LIMITS.streamsPerMessage()).stream()
                .map(chunk -> chunk.stream().map(BybitStream::topicOf).toList())
                .map(topics -> "{\"req_id\":" + WireFrames.quote(String.join(",", topics)) + ",\"op\":\"" + op
                        + "\",\"args\":" + WireFrames.quoteAll(topics) + "}")
                .toList();
    }

    @Override
    public Optional<String> keepAliveFrame() {
        return Optional.of("{\"op\":\"ping\"}");
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
        return BybitRest.CANDLES;
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
        return BybitRecordings.recognise(address);
    }

    @Override
    public boolean recognisesFrame(String frame) {
        return BybitRecordings.recognisesFrame(frame);
    }

    @Override
    public Optional<Listing> listingOf(String symbol, AssetCodes codes) {
        return WireSymbols.split(symbol, codes);
    }
}
