package org.assay.ingest.fake;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
import org.assay.ingest.venue.VenueQuote;
import org.assay.ingest.venue.VenueTrade;

/**
 * Speaks words separated by blanks: {@code T symbol id price amount timeUs}, {@code Q symbol bid ask},
 * {@code S channel symbol} (subscribed), {@code R channel symbol} (refused), {@code H} (heartbeat), {@code P symbol id
 * price amount timeUs} (a past trade), {@code C} (closing).
 */
public final class FakeVenue implements VenueAdapter {

    private final SequenceRule rule;
    private final VenueLimits limits;

    public FakeVenue(SequenceRule rule) {
        this(rule, limits(Duration.ofSeconds(5), Duration.ZERO));
    }

    public FakeVenue(SequenceRule rule, VenueLimits limits) {
        this.rule = rule;
        this.limits = limits;
    }

    public static VenueLimits limits(Duration staleAfter, Duration lifetime) {
        return new VenueLimits(4, 2, 100, 60, lifetime, Duration.ZERO, staleAfter, 1_000, Duration.ofSeconds(1));
    }

    @Override
    public String venue() {
        return "fake";
    }

    @Override
    public String displayName() {
        return "Fake";
    }

    @Override
    public VenueLimits limits() {
        return limits;
    }

    @Override
    public SequenceRule sequenceRule() {
        return rule;
    }

    @Override
    public URI webSocketBase() {
        return URI.create("ws://localhost:1");
    }

    @Override
    public URI restBase() {
        return URI.create("http://localhost:1");
    }

    @Override
    public URI webSocketAddress(URI base, Channel channel) {
        return base.resolve("/ws");
    }

    @Override
    public List<String> subscribeFrames(Collection<StreamKey> streams) {
        return streams.stream()
                .map(stream -> "SUB " + stream.channel().code() + " " + stream.symbol())
                .toList();
    }

    @Override
    public List<String> unsubscribeFrames(Collection<StreamKey> streams) {
        return streams.stream()
                .map(stream -> "END " + stream.channel().code() + " " + stream.symbol())
                .toList();
    }

    @Override
    public Optional<String> keepAliveFrame() {
        return Optional.empty();
    }

    @Override
    public void readFrame(String frame, FrameListener listener) throws MalformedPayloadException {
        String[] words = frame.split(" ", -1);
        switch (words[0]) {
            case "T" -> listener.onTrade(trade(words));
            case "P" -> listener.onPastTrade(trade(words));
            case "Q" ->
                listener.onQuote(new VenueQuote(
                        words[1],
                        new BigDecimal(words[2]),
                        BigDecimal.ONE,
                        new BigDecimal(words[3]),
                        BigDecimal.ONE,
                        OptionalLong.empty()));
            case "S" -> listener.onSubscribed(key(words));
            case "R" -> listener.onRefused(key(words), "no such market");
            case "L" -> listener.onLastSequence(words[1], Long.parseLong(words[2]));
            case "H" -> listener.onHeartbeat();
            case "C" -> listener.onClosingAnnounced("maintenance");
            default ->
                throw new MalformedPayloadException(
                        MalformedPayloadException.Code.MALFORMED_JSON, "No known word: " + words[0]);
        }
    }

    private static StreamKey key(String[] words) {
        return new StreamKey(words[1].equals("trades") ? Channel.TRADES : Channel.QUOTES, words[2]);
    }

    private static VenueTrade trade(String[] words) {
        return trade(words[1], Long.parseLong(words[2]), words[3], words[4], Long.parseLong(words[5]));
    }

    public static VenueTrade trade(String symbol, long id, String price, String amount, long timeUs) {
        return new VenueTrade(
                symbol,
                Long.toString(id),
                OptionalLong.of(id),
                new BigDecimal(price),
                new BigDecimal(amount),
                VenueTrade.TakerSide.BUY,
                timeUs,
                1);
    }

    public static Listing listing(String symbol) {
        String[] assets = symbol.split("-", -1);
        return new Listing(symbol, assets[0], assets[1], symbol, Listing.Status.TRADING, null, null);
    }

    @Override
    public RestRequest listingsRequest() {
        return new RestRequest("/listings", 1);
    }

    @Override
    public List<Listing> readListings(String body) {
        return body.lines().map(FakeVenue::listing).toList();
    }

    @Override
    public RestRequest tradesRequest(TradeRange range) {
        return new RestRequest(
                "/trades?symbol=" + range.market().symbol() + "&after="
                        + range.afterSequence().orElse(0),
                1);
    }

    /** The first line is {@code whole} or {@code truncated}, then the trades, then perhaps {@code next path}. */
    @Override
    public TradePage readTrades(String body, TradeRange range, RestRequest request) {
        List<VenueTrade> trades = new ArrayList<>();
        Optional<RestRequest> next = Optional.empty();
        for (String line : body.lines().skip(1).toList()) {
            if (line.startsWith("next ")) {
                next = Optional.of(new RestRequest(line.substring(5), 1));
            } else {
                trades.add(trade(line.split(" ", -1)));
            }
        }
        return new TradePage(trades, next, body.startsWith("truncated"));
    }

    @Override
    public Set<Interval> candleIntervals() {
        return Set.of(Interval.M1, Interval.H1, Interval.D1);
    }

    @Override
    public int candlesPerRequest() {
        return 100;
    }

    @Override
    public RestRequest candlesRequest(Listing market, Interval interval, long fromUs, long toUs) {
        return new RestRequest(
                "/candles?symbol=" + market.symbol() + "&interval=" + interval.code() + "&from=" + fromUs + "&to="
                        + toUs,
                1);
    }

    /** Lines of {@code openTimeUs price}. */
    @Override
    public List<VenueBar> readCandles(String body, Listing market, Interval interval) {
        return body.lines()
                .map(line -> line.split(" ", -1))
                .map(words -> bar(market.symbol(), interval, Long.parseLong(words[0]), new BigDecimal(words[1])))
                .toList();
    }

    private static VenueBar bar(String symbol, Interval interval, long openTimeUs, BigDecimal price) {
        return new VenueBar(
                symbol, interval, openTimeUs, price, price, price, price, BigDecimal.TEN, null, OptionalLong.empty());
    }

    @Override
    public Recognition recognise(URI address) {
        if (!"fake.example".equals(address.getHost())) {
            return Recognition.FOREIGN;
        }
        return switch (address.getPath()) {
            case "/ws" -> Recognition.STREAM;
            case "/listings" -> Recognition.LISTINGS;
            default -> Recognition.UNSUPPORTED;
        };
    }

    @Override
    public boolean recognisesFrame(String frame) {
        return frame.matches("[TQSRHPCL]( .*)?");
    }

    @Override
    public Optional<Listing> listingOf(String symbol, AssetCodes codes) {
        String[] assets = symbol.split("-", -1);
        return assets.length == 2 && codes.isKnown(assets[0]) && codes.isKnown(assets[1])
                ? Optional.of(listing(symbol))
                : Optional.empty();
    }
}
