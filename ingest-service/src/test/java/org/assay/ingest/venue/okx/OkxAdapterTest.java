package org.assay.ingest.venue.okx;

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

class OkxAdapterTest extends VenueAdapterContractTest {

    OkxAdapterTest() {
        super(new OkxAdapter());
    }

    @Override
    protected VenueTrade expectedTrade() {
        return trade(1);
    }

    private static VenueTrade trade(int executions) {
        return new VenueTrade(
                "BTC-USDT",
                "130639474",
                OptionalLong.of(130639474),
                decimal("42219.9"),
                decimal("0.12060306"),
                TakerSide.BUY,
                1_630_048_897_897_000L,
                executions);
    }

    @Override
    protected VenueQuote expectedQuote() {
        return new VenueQuote(
                "BCH-USDT",
                decimal("111.05"),
                decimal("57745"),
                decimal("111.06"),
                decimal("55154"),
                OptionalLong.of(1_670_324_386_802_000L));
    }

    @Override
    protected String priceText() {
        return "\"42219.9\"";
    }

    @Override
    protected String idField() {
        return "\"tradeId\":\"130639474\",";
    }

    @Override
    protected String timeText() {
        return "\"1630048897897\"";
    }

    @Override
    protected String sideText() {
        return "\"buy\"";
    }

    @Override
    protected String tradeStart() {
        return "\"data\":[{";
    }

    @Override
    protected StreamKey confirmed() {
        return new StreamKey(Channel.TRADES, "BTC-USDT");
    }

    @Override
    protected boolean names(String frame, StreamKey stream) {
        String channel = stream.channel() == Channel.TRADES ? "trades-all" : "bbo-tbt";
        return frame.contains("{\"channel\":\"" + channel + "\",\"instId\":\"" + stream.symbol() + "\"}");
    }

    @Override
    protected String symbol(int number) {
        return "A" + number + "-USDT";
    }

    @Override
    protected Listing market() {
        return new Listing("BTC-USDT", "BTC", "USDT", "BTC-USDT", Status.TRADING, null, null);
    }

    @Override
    protected List<Listing> expectedListings() {
        return List.of(
                new Listing(
                        "BTC-USDT", "BTC", "USDT", "BTC-USDT", Status.TRADING, decimal("0.1"), decimal("0.00000001")),
                new Listing("NEW-USDT", "NEW", "USDT", "NEW-USDT", Status.HALTED, decimal("0.0001"), decimal("1")));
    }

    @Override
    protected List<VenueBar> expectedBars() {
        return List.of(
                new VenueBar(
                        "BTC-USDT",
                        Interval.M1,
                        1_597_026_360_000_000L,
                        decimal("3.731"),
                        decimal("3.799"),
                        decimal("3.494"),
                        decimal("3.72"),
                        decimal("24912403.96"),
                        decimal("67632347.24399722"),
                        OptionalLong.empty()),
                new VenueBar(
                        "BTC-USDT",
                        Interval.M1,
                        1_597_026_420_000_000L,
                        decimal("3.721"),
                        decimal("3.743"),
                        decimal("3.677"),
                        decimal("3.708"),
                        decimal("22698348.04828491"),
                        decimal("12698348.04828491"),
                        OptionalLong.empty()));
    }

    @Override
    protected List<VenueTrade> expectedPage() {
        return List.of(
                new VenueTrade(
                        "BTC-USDT",
                        "242720719",
                        OptionalLong.of(242720719),
                        decimal("29964.1"),
                        decimal("0.00002"),
                        TakerSide.SELL,
                        1_654_161_641_568_000L,
                        1),
                new VenueTrade(
                        "BTC-USDT",
                        "242720720",
                        OptionalLong.of(242720720),
                        decimal("29963.2"),
                        decimal("0.00001"),
                        TakerSide.SELL,
                        1_654_161_646_974_000L,
                        1));
    }

    @Override
    protected RestRequest pageRequest(TradeRange range) {
        return new RestRequest("/api/v5/market/history-trades?instId=BTC-USDT&type=1&after=242720721&limit=100", 1);
    }

    @Test
    void a_merged_record_says_how_many_executions_it_holds() throws MalformedPayloadException {
        assertThat(read(fixture("merged-trade.json")).trades).containsExactly(trade(3));
        assertThat(failureOf(fixture("merged-trade.json").replace("\"count\":\"3\"", "\"count\":\"0\"")))
                .isEqualTo(Code.BAD_NUMBER);
    }

    @Test
    void derivatives_are_ignored() throws MalformedPayloadException {
        for (String id : List.of("BTC-USDT-SWAP", "BTC-USD-220527", "BTC-USD-231229-42000-C")) {
            HeardFrames heard = read(fixture("derivative-trade.json").replace("BTC-USDT-SWAP", id));
            assertThat(heard.trades).isEmpty();
            assertThat(heard.ignored).containsExactly("derivative trades-all");
        }
    }

    @Test
    void a_ticker_is_a_quote_too() throws MalformedPayloadException {
        assertThat(read(fixture("ticker.json")).quotes)
                .containsExactly(new VenueQuote(
                        "LTC-USDT",
                        decimal("8888.88"),
                        decimal("5"),
                        decimal("9999.99"),
                        decimal("11"),
                        OptionalLong.of(1_597_026_383_085_000L)));
        assertThat(read(fixture("ticker.json").replace("\"8888.88\"", "\"\"").replace("\"5\"", "\"\"")).quotes)
                .extracting(VenueQuote::bidPrice)
                .containsOnlyNulls();
    }

    @Test
    void an_empty_side_of_the_book_has_no_level() throws MalformedPayloadException {
        assertThat(read(fixture("quote.json").replace("[[\"111.06\",\"55154\",\"0\",\"2\"]]", "[]")).quotes)
                .containsExactly(new VenueQuote(
                        "BCH-USDT",
                        decimal("111.05"),
                        decimal("57745"),
                        null,
                        null,
                        OptionalLong.of(1_670_324_386_802_000L)));
    }

    @Test
    void trades_and_quotes_have_addresses_of_their_own() {
        URI base = adapter.webSocketBase();

        assertThat(adapter.webSocketAddress(base, Channel.TRADES))
                .isEqualTo(URI.create("wss://ws.okx.com:8443/ws/v5/business"));
        assertThat(adapter.webSocketAddress(base, Channel.QUOTES))
                .isEqualTo(URI.create("wss://ws.okx.com:8443/ws/v5/public"));
    }

    @Test
    void a_refusal_names_its_stream() throws MalformedPayloadException {
        assertThat(read(fixture("refusal.json")).refused).containsOnlyKeys(new StreamKey(Channel.TRADES, "FOO-USDT"));
        assertThat(read("{\"event\":\"error\",\"code\":\"60014\",\"msg\":\"Requests too frequent\"}").venueErrors)
                .containsExactly("60014: Requests too frequent");
    }

    @Test
    void a_pong_is_no_json() throws MalformedPayloadException {
        assertThat(read(fixture("heartbeat.txt")).heartbeats).isEqualTo(1);
        assertThat(adapter.keepAliveFrame()).contains("ping");
    }

    @Test
    void the_end_of_a_connection_is_told() throws MalformedPayloadException {
        assertThat(read(fixture("closing.json")).closings)
                .singleElement()
                .asString()
                .startsWith("64008: ");
    }

    @Test
    void history_pages_backward_by_id() throws MalformedPayloadException {
        TradeRange range = range("100", OptionalLong.of(100), 1_654_161_641_000_000L);
        RestRequest newest = adapter.tradesRequest(range);
        TradePage first = adapter.readTrades(fixture("trades.json"), range, newest);

        assertThat(newest).isEqualTo(new RestRequest("/api/v5/market/trades?instId=BTC-USDT&limit=500", 1));
        assertThat(first.trades()).isEqualTo(expectedPage());
        assertThat(first.next())
                .contains(new RestRequest(
                        "/api/v5/market/history-trades?instId=BTC-USDT&type=1&after=242720719&limit=100", 1));
        assertThat(adapter.readTrades(
                                "{\"code\":\"0\",\"data\":[]}",
                                range,
                                first.next().orElseThrow())
                        .next())
                .isEmpty();
    }

    @Test
    void a_daily_candle_is_asked_for_in_utc() {
        assertThat(adapter.candlesRequest(market(), Interval.D1, 86_400_000_000L, 172_800_000_000L))
                .isEqualTo(new RestRequest(
                        "/api/v5/market/history-candles?instId=BTC-USDT&bar=1Dutc&after=172800000&before=86399999&limit=100",
                        1));
    }

    @Test
    void a_rate_limit_is_told_from_a_refusal() {
        assertThat(failureOf(
                        () -> adapter.readListings("{\"code\":\"50011\",\"msg\":\"Too Many Requests\",\"data\":[]}")))
                .isEqualTo(Code.RATE_LIMITED);
    }

    @ParameterizedTest
    @CsvSource({
        "wss://ws.okx.com:8443/ws/v5/public,STREAM",
        "wss://ws.okex.com:8443/ws/v5/public,STREAM",
        "wss://ws.okx.com:8443/ws/v5/private,UNSUPPORTED",
        "wss://wspap.okx.com:8443/ws/v5/public?brokerId=9999,UNSUPPORTED",
        "https://www.okx.com/api/v5/public/instruments?instType=SWAP,UNSUPPORTED",
        "https://www.okx.com/api/v5/public/instruments?instType=OPTION&uly=BTC-USD,UNSUPPORTED",
        "https://www.okx.com/api/v5/market/trades?instId=BTC-USDT-SWAP,UNSUPPORTED",
        "https://www.okx.com/api/v5/market/books?instId=BTC-USDT,OTHER_REST",
        "wss://ws.bitget.com/v2/ws/public,FOREIGN"
    })
    void addresses_are_told_apart(String address, Recognition expected) {
        assertThat(adapter.recognise(URI.create(address))).isEqualTo(expected);
    }
}
