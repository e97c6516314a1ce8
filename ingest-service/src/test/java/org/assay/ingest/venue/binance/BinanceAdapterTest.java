package org.assay.ingest.venue.binance;

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

class BinanceAdapterTest extends VenueAdapterContractTest {

    BinanceAdapterTest() {
        super(new BinanceAdapter());
    }

    @Override
    protected VenueTrade expectedTrade() {
        return new VenueTrade(
                "BNBBTC",
                "12345",
                OptionalLong.of(12345),
                decimal("0.001"),
                decimal("100"),
                TakerSide.SELL,
                1_672_515_782_136_000L,
                1);
    }

    @Override
    protected VenueQuote expectedQuote() {
        return new VenueQuote(
                "BNBUSDT",
                decimal("25.35190000"),
                decimal("31.21000000"),
                decimal("25.36520000"),
                decimal("40.66000000"),
                OptionalLong.empty());
    }

    @Override
    protected String priceText() {
        return "\"0.001\"";
    }

    @Override
    protected String idField() {
        return "\"t\":12345,";
    }

    @Override
    protected String timeText() {
        return "1672515782136";
    }

    @Override
    protected String sideText() {
        return "\"m\":true";
    }

    @Override
    protected String unknownSideText() {
        return "\"m\":\"sideways\"";
    }

    @Override
    protected String tradeStart() {
        return "\"data\":{";
    }

    @Override
    protected StreamKey confirmed() {
        return new StreamKey(Channel.TRADES, "BNBBTC");
    }

    @Override
    protected boolean names(String frame, StreamKey stream) {
        return frame.contains('"' + BinanceStream.nameOf(stream) + '"');
    }

    @Override
    protected String symbol(int number) {
        return "A" + number + "USDT";
    }

    @Override
    protected Listing market() {
        return new Listing("BNBBTC", "BNB", "BTC", "BNBBTC", Status.TRADING, null, null);
    }

    @Override
    protected List<Listing> expectedListings() {
        return List.of(
                new Listing(
                        "ETHBTC", "ETH", "BTC", "ETHBTC", Status.TRADING, decimal("0.00000100"), decimal("0.00100000")),
                new Listing("BNBBTC", "BNB", "BTC", "BNBBTC", Status.HALTED, null, null));
    }

    @Override
    protected List<VenueBar> expectedBars() {
        return List.of(new VenueBar(
                "BNBBTC",
                Interval.M1,
                1_499_040_000_000_000L,
                decimal("0.01634790"),
                decimal("0.80000000"),
                decimal("0.01575800"),
                decimal("0.01577100"),
                decimal("148976.11427815"),
                decimal("2434.19055334"),
                OptionalLong.of(308)));
    }

    @Override
    protected List<VenueTrade> expectedPage() {
        return List.of(
                new VenueTrade(
                        "BNBBTC",
                        "28457",
                        OptionalLong.of(28457),
                        decimal("4.00000100"),
                        decimal("12.00000000"),
                        TakerSide.SELL,
                        1_499_865_549_590_000L,
                        1),
                new VenueTrade(
                        "BNBBTC",
                        "28458",
                        OptionalLong.of(28458),
                        decimal("4.00000200"),
                        decimal("1.00000000"),
                        TakerSide.BUY,
                        1_499_865_549_591_000L,
                        1));
    }

    @Override
    protected RestRequest pageRequest(TradeRange range) {
        return new RestRequest("/api/v3/historicalTrades?symbol=BNBBTC&fromId=28457&limit=1000", 25);
    }

    @Test
    void an_aggregate_has_an_id_of_its_own_and_the_sequence_of_its_last_trade() throws MalformedPayloadException {
        assertThat(read(fixture("aggregate-trade.json")).trades)
                .containsExactly(new VenueTrade(
                        "BNBBTC",
                        "a12345",
                        OptionalLong.of(105),
                        decimal("0.001"),
                        decimal("100"),
                        TakerSide.SELL,
                        1_672_515_782_136_000L,
                        6));
        assertThat(failureOf(fixture("aggregate-trade.json").replace("\"f\":100", "\"f\":106")))
                .isEqualTo(Code.BAD_NUMBER);
    }

    @Test
    void microseconds_are_told_from_milliseconds() throws MalformedPayloadException {
        String frame = fixture("trade.json").replace("1672515782136", "1672515782136789");

        assertThat(read(frame).trades).extracting(VenueTrade::eventTimeUs).containsExactly(1_672_515_782_136_789L);
    }

    @Test
    void a_raw_stream_needs_no_envelope() throws MalformedPayloadException {
        assertThat(read("""
                {"e":"trade","E":1672515782136,"s":"BNBBTC","t":12345,"p":"0.001","q":"100","T":1672515782136,"m":true,"M":true}""").trades).containsExactly(expectedTrade());
        assertThat(read("""
                {"u":400900217,"s":"BNBUSDT","b":"25.35190000","B":"31.21000000","a":"25.36520000","A":"40.66000000"}""").quotes).containsExactly(expectedQuote());
    }

    @Test
    void futures_frames_are_ignored() throws MalformedPayloadException {
        String trade = fixture("trade.json").replace("\"m\":true,\"M\":true", "\"X\":\"MARKET\",\"m\":true");
        String quote = fixture("quote.json").replace("\"u\":", "\"e\":\"bookTicker\",\"T\":1672515782136,\"u\":");

        HeardFrames heard = new HeardFrames();
        adapter.readFrame(trade, heard);
        adapter.readFrame(quote, heard);

        assertThat(heard.trades).isEmpty();
        assertThat(heard.quotes).isEmpty();
        assertThat(heard.ignored).containsExactly("derivative trade", "derivative quote");
        assertThat(adapter.recognisesFrame(trade)).isFalse();
        assertThat(adapter.recognisesFrame(quote)).isFalse();
    }

    @Test
    void other_events_and_answers_are_ignored() throws MalformedPayloadException {
        HeardFrames heard = new HeardFrames();
        adapter.readFrame(
                "{\"stream\":\"b@depth\",\"data\":{\"e\":\"depthUpdate\",\"s\":\"B\",\"u\":1,\"b\":[[\"1\",\"2\"]],\"a\":[]}}",
                heard);
        adapter.readFrame("{\"result\":null,\"id\":1}", heard);

        assertThat(heard.ignored).containsExactly("depthUpdate", "response");
    }

    @Test
    void an_error_and_the_end_of_a_connection_are_told() throws MalformedPayloadException {
        assertThat(read(fixture("refusal.json")).venueErrors)
                .containsExactly("Invalid request: unknown variant SUBSCRIBED");
        assertThat(read(fixture("closing.json")).closings).containsExactly("serverShutdown");
    }

    @Test
    void an_empty_book_has_no_sides() throws MalformedPayloadException {
        String frame = fixture("quote.json").replaceAll("\"[0-9.]+\"", "\"0.00000000\"");

        assertThat(read(frame).quotes)
                .containsExactly(new VenueQuote("BNBUSDT", null, null, null, null, OptionalLong.empty()));
    }

    @Test
    void the_streams_that_stand_are_asked_for_after_subscribing() {
        assertThat(adapter.subscribeFrames(List.of(new StreamKey(Channel.TRADES, "BNBBTC"))))
                .containsExactly(
                        "{\"method\":\"SUBSCRIBE\",\"params\":[\"bnbbtc@trade\"],\"id\":1}",
                        "{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":3}");
        assertThat(adapter.keepAliveFrame()).isEmpty();
    }

    @Test
    void history_pages_forward_from_the_last_trade_seen() throws MalformedPayloadException {
        TradeRange known = range("27", OptionalLong.of(27), 1_000);

        assertThat(adapter.tradesRequest(known))
                .isEqualTo(new RestRequest("/api/v3/historicalTrades?symbol=BNBBTC&fromId=28&limit=1000", 25));
        StringBuilder page = new StringBuilder("[");
        for (int id = 28; id < 1028; id++) {
            page.append(id == 28 ? "" : ",")
                    .append("{\"id\":" + id
                            + ",\"price\":\"4\",\"qty\":\"1\",\"time\":1499865549590,\"isBuyerMaker\":true}");
        }
        TradePage first = adapter.readTrades(page.append("]").toString(), known, adapter.tradesRequest(known));
        assertThat(first.trades()).hasSize(1000);
        assertThat(first.next())
                .contains(new RestRequest("/api/v3/historicalTrades?symbol=BNBBTC&fromId=1028&limit=1000", 25));
    }

    @Test
    void without_an_id_an_aggregate_says_where_a_time_begins() throws MalformedPayloadException {
        TradeRange unknown = range(null, OptionalLong.empty(), 1_498_793_709_000_000L);
        RestRequest locating = adapter.tradesRequest(unknown);

        assertThat(locating)
                .isEqualTo(new RestRequest("/api/v3/aggTrades?symbol=BNBBTC&startTime=1498793709000&limit=1", 4));
        TradePage page = adapter.readTrades(fixture("aggregate-trades.json"), unknown, locating);
        assertThat(page.trades()).isEmpty();
        assertThat(page.next())
                .contains(new RestRequest("/api/v3/historicalTrades?symbol=BNBBTC&fromId=27781&limit=1000", 25));
        assertThat(adapter.readTrades("[]", unknown, locating).next()).isEmpty();
    }

    @Test
    void recorded_aggregates_are_read_as_such() throws MalformedPayloadException {
        TradePage page = adapter.readTrades(
                fixture("aggregate-trades.json"),
                range(null, OptionalLong.empty(), 0),
                new RestRequest("/api/v3/aggTrades?symbol=BNBBTC&limit=500", 4));

        assertThat(page.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.tradeId()).isEqualTo("a26129");
            assertThat(trade.executions()).isEqualTo(5);
            assertThat(trade.symbol()).isEqualTo("BNBBTC");
        });
    }

    @Test
    void symbols_are_percent_encoded() {
        Listing chinese = new Listing("币安人生USDT", "币安人生", "USDT", "币安人生USDT", Status.TRADING, null, null);

        assertThat(adapter.candlesRequest(chinese, Interval.H1, 0, 3_600_000_000L)
                        .pathAndQuery())
                .isEqualTo("/api/v3/klines?symbol=%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT&interval=1h&startTime=0"
                        + "&endTime=3599999&limit=1000");
    }

    @Test
    void a_symbol_that_splits_in_two_ways_is_not_guessed() {
        assertThat(adapter.listingOf("ABCD", List.of("A", "BCD", "AB", "CD")::contains))
                .isEmpty();
        assertThat(adapter.listingOf("ABCD", List.of("AB", "CD")::contains)).isPresent();
        assertThat(adapter.listingOf("ABCD", code -> false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "wss://stream.binance.com:9443/stream?streams=nknusdt@depth@100ms/blzeth@trade,STREAM",
        "wss://stream.binance.com/ws/btcusdt@trade,STREAM",
        "wss://data-stream.binance.com/stream,STREAM",
        "wss://fstream.binance.com/stream?streams=btcusdt@trade,UNSUPPORTED",
        "wss://ws-api.binance.com/ws-api/v3,UNSUPPORTED",
        "https://fapi.binance.com/fapi/v1/exchangeInfo,UNSUPPORTED",
        "https://api.binance.com/api/v3/depth?symbol=NKNUSDT&limit=1000,OTHER_REST",
        "https://api.binance.com/api/v1/exchangeInfo,UNSUPPORTED",
        "wss://stream.binance.us:9443/stream,FOREIGN",
        "wss://ws.kraken.com/v2,FOREIGN",
        "mailto:nobody,FOREIGN"
    })
    void addresses_are_told_apart(String address, Recognition expected) {
        assertThat(adapter.recognise(URI.create(address))).isEqualTo(expected);
    }
}
