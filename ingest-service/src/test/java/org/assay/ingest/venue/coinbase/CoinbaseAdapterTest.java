package org.assay.ingest.venue.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.OptionalLong;
import org.assay.events.candle.Interval;
import org.assay.ingest.venue.Channel;
import org.assay.ingest.venue.HeardFrames;
import org.assay.ingest.venue.Listing;
import org.assay.ingest.venue.Listing.Status;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.MalformedPayloadException.Code;
import org.assay.ingest.venue.RestRequest;
import org.assay.ingest.venue.StreamKey;
import org.assay.ingest.venue.TradePage;
import org.assay.ingest.venue.TradeRange;
import org.assay.ingest.venue.VenueAdapter.Recognition;
import org.assay.ingest.venue.VenueAdapterContractTest;
import org.assay.ingest.venue.VenueBar;
import org.assay.ingest.venue.VenueQuote;
import org.assay.ingest.venue.VenueTrade;
import org.assay.ingest.venue.VenueTrade.TakerSide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoinbaseAdapterTest extends VenueAdapterContractTest {

    CoinbaseAdapterTest() {
        super(new CoinbaseAdapter());
    }

    @Override
    protected VenueTrade expectedTrade() {
        return new VenueTrade(
                "BTC-USD",
                "10",
                OptionalLong.of(10),
                decimal("400.23"),
                decimal("5.23512"),
                TakerSide.BUY,
                1_415_348_367_028_459L,
                1);
    }

    @Override
    protected VenueQuote expectedQuote() {
        return new VenueQuote(
                "ETH-USD",
                decimal("1285.04"),
                decimal("0.46688654"),
                decimal("1285.27"),
                decimal("1.56637040"),
                OptionalLong.of(1_666_222_102_061_769L));
    }

    @Override
    protected String priceText() {
        return "\"400.23\"";
    }

    @Override
    protected String idField() {
        return "\"trade_id\":10,";
    }

    @Override
    protected String timeText() {
        return "\"2014-11-07T08:19:27.028459Z\"";
    }

    @Override
    protected String sideText() {
        return "\"sell\"";
    }

    @Override
    protected String tradeStart() {
        return "{";
    }

    @Override
    protected StreamKey confirmed() {
        return new StreamKey(Channel.TRADES, "BTC-USD");
    }

    @Override
    protected boolean names(String frame, StreamKey stream) {
        String channel = stream.channel() == Channel.TRADES ? "matches" : "ticker";
        return frame.contains('"' + channel + '"') && frame.contains('"' + stream.symbol() + '"');
    }

    @Override
    protected String symbol(int number) {
        return "A" + number + "-USD";
    }

    @Override
    protected Listing market() {
        return new Listing("BTC-USD", "BTC", "USD", "BTC-USD", Status.TRADING, null, null);
    }

    @Override
    protected List<Listing> expectedListings() {
        return List.of(
                new Listing("BTC-USD", "BTC", "USD", "BTC-USD", Status.TRADING, decimal("0.01"), decimal("0.00000001")),
                new Listing("REP-USD", "REP", "USD", "REP-USD", Status.HALTED, decimal("0.01"), decimal("0.000001")));
    }

    @Override
    protected List<VenueBar> expectedBars() {
        return List.of(bar(1_415_398_768_000_000L, "1.5e-7"), bar(1_415_398_828_000_000L, "12.3"));
    }

    private static VenueBar bar(long openTimeUs, String volume) {
        return new VenueBar(
                "BTC-USD",
                Interval.M1,
                openTimeUs,
                decimal("0.35"),
                decimal("4.2"),
                decimal("0.32"),
                decimal("4.2"),
                decimal(volume),
                null,
                OptionalLong.empty());
    }

    @Override
    protected List<VenueTrade> expectedPage() {
        return List.of(
                new VenueTrade(
                        "BTC-USD",
                        "74",
                        OptionalLong.of(74),
                        decimal("10.00000000"),
                        decimal("0.01000000"),
                        TakerSide.SELL,
                        1_415_398_767_100_000L,
                        1),
                new VenueTrade(
                        "BTC-USD",
                        "75",
                        OptionalLong.of(75),
                        decimal("10.10000000"),
                        decimal("0.02000000"),
                        TakerSide.BUY,
                        1_415_398_768_578_544L,
                        1));
    }

    @Test
    void the_last_match_is_a_trade_of_the_past() throws MalformedPayloadException {
        HeardFrames heard = read(fixture("past-trade.json"));

        assertThat(heard.trades).isEmpty();
        assertThat(heard.pastTrades).singleElement().satisfies(trade -> {
            assertThat(trade.tradeId()).isEqualTo("9");
            assertThat(trade.side()).isEqualTo(TakerSide.SELL);
            assertThat(trade.eventTimeUs()).isEqualTo(1_415_348_360_500_000L);
        });
    }

    @Test
    void a_heartbeat_says_which_trade_was_the_last() throws MalformedPayloadException {
        HeardFrames heard = read(fixture("heartbeat.json"));

        assertThat(heard.heartbeats).isEqualTo(1);
        assertThat(heard.lastSequences).containsExactly(java.util.Map.entry("BTC-USD", 20L));
    }

    @Test
    void a_product_that_does_not_exist_is_refused() throws MalformedPayloadException {
        assertThat(read(fixture("refusal.json")).refused)
                .containsOnlyKeys(new StreamKey(Channel.TRADES, "FOO-USD"), new StreamKey(Channel.QUOTES, "FOO-USD"));
        assertThat(read("{\"type\":\"error\",\"message\":\"Malformed JSON\"}").venueErrors)
                .containsExactly("Malformed JSON");
    }

    @Test
    void a_ticker_of_2021_has_no_sizes() throws MalformedPayloadException {
        String frame = fixture("quote.json").replaceAll("\"best_(bid|ask)_size\":\"[0-9.]+\",", "");

        assertThat(read(frame).quotes)
                .containsExactly(new VenueQuote(
                        "ETH-USD",
                        decimal("1285.04"),
                        null,
                        decimal("1285.27"),
                        null,
                        OptionalLong.of(1_666_222_102_061_769L)));
    }

    @Test
    void nanoseconds_are_cut_off() throws MalformedPayloadException {
        String frame = fixture("trade.json").replace("27.028459Z", "27.028459999Z");

        assertThat(read(frame).trades).containsExactly(expectedTrade());
    }

    @Test
    void history_pages_backward_until_the_last_trade_seen() throws MalformedPayloadException {
        TradeRange range = range("5", OptionalLong.of(5), 0);
        RestRequest newest = adapter.tradesRequest(range);
        StringBuilder page = new StringBuilder("[");
        for (int id = 2000; id > 1000; id--) {
            page.append(id == 2000 ? "" : ",")
                    .append("{\"trade_id\":" + id
                            + ",\"side\":\"buy\",\"size\":\"1\",\"price\":\"10\",\"time\":\"2014-11-07T22:19:27Z\"}");
        }
        TradePage first = adapter.readTrades(page.append("]").toString(), range, newest);

        assertThat(newest).isEqualTo(new RestRequest("/products/BTC-USD/trades?limit=1000", 1));
        assertThat(first.trades()).hasSize(1000);
        assertThat(first.trades().getFirst().tradeId()).isEqualTo("1001");
        assertThat(first.next()).contains(new RestRequest("/products/BTC-USD/trades?limit=1000&after=1001", 1));
    }

    @Test
    void a_candle_request_ends_with_the_last_candle() {
        assertThat(adapter.candlesRequest(market(), Interval.M5, 0, 300L * 300_000_000))
                .isEqualTo(new RestRequest(
                        "/products/BTC-USD/candles?granularity=300&start=1970-01-01T00%3A00%3A00Z&end=1970-01-02T00%3A55%3A00Z",
                        1));
        assertThat(adapter.candleIntervals()).doesNotContain(Interval.H4);
    }

    @ParameterizedTest
    @CsvSource({
        "wss://ws-feed.pro.coinbase.com,STREAM",
        "wss://ws-feed.exchange.coinbase.com/,STREAM",
        "https://api.pro.coinbase.com/products,LISTINGS",
        "https://api.exchange.coinbase.com/products/BTC-USD/book?level=2,OTHER_REST",
        "wss://advanced-trade-ws.coinbase.com,UNSUPPORTED",
        "https://api.coinbase.com/api/v3/brokerage/market/products,UNSUPPORTED",
        "wss://stream.binance.com:9443/stream,FOREIGN"
    })
    void addresses_are_told_apart(String address, Recognition expected) {
        assertThat(adapter.recognise(URI.create(address))).isEqualTo(expected);
    }

    @Test
    void a_rate_limit_is_told_from_a_refusal() {
        assertThat(failureOf(() -> adapter.readListings("{\"message\":\"Public rate limit exceeded\"}")))
                .isEqualTo(Code.RATE_LIMITED);
    }
}
