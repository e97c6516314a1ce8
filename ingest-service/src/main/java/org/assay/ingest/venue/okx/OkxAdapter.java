package org.assay.ingest.venue.okx;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
 * OKX v5 spot: {@code trades-all} and {@code bbo-tbt}.
 *
 * <p>{@code trades} would come on the same address as the quotes, but it merges the executions of one order under the last
 * one's id, while the trade history lists each by itself: what was streamed and what was fetched could not be told apart
 * by id. {@code trades-all} has one record for each trade; it is public, on the business address.
 *
 * <p>Documents: www.okx.com/docs-v5, "WebSocket / Connect", "Subscribe", "Notification", "Order Book Trading / Market Data",
 * "Public Data / Get instruments".
 */
public final class OkxAdapter implements VenueAdapter {

    /**
     * "WebSocket / Connect": 3 connections a second from one address, 480 requests an hour on a connection, closed when
     * silent for 30 seconds. "Subscribe": at most 64 KiB in a request. Market data over REST: 20 requests in 2 seconds for
     * the narrowest of the endpoints used.
     */
    private static final VenueLimits LIMITS = new VenueLimits(
            240, 100, 3, 60, Duration.ZERO, Duration.ofSeconds(20), Duration.ofSeconds(45), 16, Duration.ofSeconds(2));

    private final OkxStream stream = new OkxStream();
    private final OkxRest rest = new OkxRest();

    @Override
    public String venue() {
        return "okx";
    }

    @Override
    public String displayName() {
        return "OKX";
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
        return URI.create("wss://ws.okx.com:8443");
    }

    @Override
    public URI restBase() {
        return URI.create("https://www.okx.com");
    }

    @Override
    public URI webSocketAddress(URI base, Channel channel) {
        return switch (channel) {
            case TRADES -> URI.create(base + "/ws/v5/business");
            case QUOTES -> URI.create(base + "/ws/v5/public");
        };
    }

    @Override
    public List<String> subscribeFrames(Collection<StreamKey> streams) {
        return requests("subscribe", streams);
    }

    @Override
    public List<String> unsubscribeFrames(Collection<StreamKey> streams) {
        return requests("unsubscribe", streams);
    }

    private static List<String> requests(String op, Collection<StreamKey> streams) {
        return WireFrames.chunks(streams, LIMITS.streamsPerMessage()).stream()
                .map(chunk -> "{\"op\":\"" + op + "\",\"args\":"
                        + chunk.stream().map(OkxAdapter::argument).collect(Collectors.joining(",", "[", "]")) + "}")
                .toList();
    }

    private static String argument(StreamKey stream) {
        String channel =
                switch (stream.channel()) {
                    case TRADES -> "trades-all";
                    case QUOTES -> "bbo-tbt";
                };
        return "{\"channel\":\"" + channel + "\",\"instId\":" + WireFrames.quote(stream.symbol()) + "}";
    }

    @Override
    public Optional<String> keepAliveFrame() {
        return Optional.of("ping");
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
        return OkxRest.CANDLES;
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
        return OkxRecordings.recognise(address);
    }

    @Override
    public boolean recognisesFrame(String frame) {
        return OkxRecordings.recognisesFrame(frame);
    }

    @Override
    public Optional<Listing> listingOf(String symbol, AssetCodes codes) {
        return WireSymbols.splitAt(symbol, '-');
    }
}
