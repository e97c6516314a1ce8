package org.assay.ingest.venue.coinbase;

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
import org.assay.ingest.venue.wire.WireSymbols;

/**
 * Coinbase Exchange, the public feed: {@code matches}, {@code heartbeat} and {@code ticker}.
 *
 * <p>Documents: docs.cdp.coinbase.com/exchange, "WebSocket Channels", "WebSocket Rate Limits", "REST API".
 */
public final class CoinbaseAdapter implements VenueAdapter {

    /**
     * "WebSocket Rate Limits": 8 requests a second from one address, bursts of 20. "REST API Rate Limits": 10 public
     * requests a second. There is no documented limit of products on a connection; "Best Practices" asks to spread them.
     * Heartbeats come every second.
     */
    private static final VenueLimits LIMITS = new VenueLimits(
            200, 50, 4, 120, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(20), 8, Duration.ofSeconds(1));

    private final CoinbaseStream stream = new CoinbaseStream();
    private final CoinbaseRest rest = new CoinbaseRest();

    @Override
    public String venue() {
        return "coinbase";
    }

    @Override
    public String displayName() {
        return "Coinbase";
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
        return URI.create("wss://ws-feed.exchange.coinbase.com");
    }

    @Override
    public URI restBase() {
        return URI.create("https://api.exchange.coinbase.com");
    }

    @Override
    public URI webSocketAddress(URI base, Channel channel) {
        return base;
    }

    /** The feed closes a connection that does not subscribe within five seconds ("WebSocket Overview"). */
    @Override
    public List<String> subscribeFrames(Collection<StreamKey> streams) {
        return requests("subscribe", streams);
    }

    @Override
    public List<String> unsubscribeFrames(Collection<StreamKey> streams) {
        return requests("unsubscribe", streams);
    }

    private static List<String> requests(String type, Collection<StreamKey> streams) {
        List<String> frames = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            List<String> products = streams.stream()
                    .filter(stream -> stream.channel() == channel)
                    .map(StreamKey::symbol)
                    .toList();
            for (List<String> chunk : WireFrames.chunks(products, LIMITS.streamsPerMessage())) {
                frames.add("{\"type\":\"" + type + "\",\"product_ids\":" + WireFrames.quoteAll(chunk) + ",\"channels\":"
                        + WireFrames.quoteAll(channelsOf(channel)) + "}");
            }
        }
        return frames;
    }

    private static List<String> channelsOf(Channel channel) {
        return switch (channel) {
            case TRADES -> List.of("matches", "heartbeat");
            case QUOTES -> List.of("ticker");
        };
    }

    @Override
    public Optional<String> keepAliveFrame() {
        return Optional.empty();
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
        return EnumSet.of(Interval.M1, Interval.M5, Interval.M15, Interval.H1, Interval.D1);
    }

    @Override
    public int candlesPerRequest() {
        return CoinbaseRest.CANDLES;
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
        return CoinbaseRecordings.recognise(address);
    }

    @Override
    public boolean recognisesFrame(String frame) {
        return CoinbaseRecordings.recognisesFrame(frame);
    }

    @Override
    public Optional<Listing> listingOf(String symbol, AssetCodes codes) {
        return WireSymbols.splitAt(symbol, '-');
    }
}
