package org.assay.ingest.venue.binance;

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
 * Binance spot: {@code trade} and {@code bookTicker} on a combined stream.
 *
 * <p>Documents: github.com/binance/binance-spot-api-docs, {@code web-socket-streams.md} and {@code rest-api.md}.
 */
public final class BinanceAdapter implements VenueAdapter {

    /**
     * {@code web-socket-streams.md}, "Websocket Limits": 1,024 streams and 5 messages a second on a connection (our pongs
     * count too, hence 4), 300 connections in 5 minutes from one address, 24 hours. A ping comes every 20 seconds.
     * {@code rest-api.md}, "LIMITS": 6,000 weight a minute; we leave a sixth to others behind the same address.
     */
    private static final VenueLimits LIMITS = new VenueLimits(
            1024,
            100,
            4,
            60,
            Duration.ofHours(24),
            Duration.ZERO,
            Duration.ofSeconds(60),
            5_000,
            Duration.ofMinutes(1));

    private final BinanceStream stream = new BinanceStream();
    private final BinanceRest rest = new BinanceRest();

    @Override
    public String venue() {
        return "binance";
    }

    @Override
    public String displayName() {
        return "Binance";
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
        return URI.create("wss://stream.binance.com:9443");
    }

    @Override
    public URI restBase() {
        return URI.create("https://api.binance.com");
    }

    @Override
    public URI webSocketAddress(URI base, Channel channel) {
        return URI.create(base + "/stream");
    }

    /**
     * {@code SUBSCRIBE} is answered with its id alone, and a market that does not exist is accepted silently. So we ask for
     * {@code LIST_SUBSCRIPTIONS} afterwards, whose answer names the streams.
     */
    @Override
    public List<String> subscribeFrames(Collection<StreamKey> streams) {
        List<String> frames = new ArrayList<>(requests("SUBSCRIBE", 1, streams));
        if (!frames.isEmpty()) {
            frames.add("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":3}");
        }
        return frames;
    }

    @Override
    public List<String> unsubscribeFrames(Collection<StreamKey> streams) {
        return requests("UNSUBSCRIBE", 2, streams);
    }

    private static List<String> requests(String method, int id, Collection<StreamKey> streams) {
        return WireFrames.chunks(streams, LIMITS.streamsPerMessage()).stream()
                .map(chunk -> "{\"method\":\"" + method + "\",\"params\":"
                        + WireFrames.quoteAll(
                                chunk.stream().map(BinanceStream::nameOf).toList())
                        + ",\"id\":" + id + "}")
                .toList();
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
        return EnumSet.allOf(Interval.class);
    }

    @Override
    public int candlesPerRequest() {
        return BinanceRest.PAGE;
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
        return BinanceRecordings.recognise(address);
    }

    @Override
    public boolean recognisesFrame(String frame) {
        return BinanceRecordings.recognisesFrame(frame);
    }

    @Override
    public Optional<Listing> listingOf(String symbol, AssetCodes codes) {
        return WireSymbols.split(symbol, codes);
    }
}
