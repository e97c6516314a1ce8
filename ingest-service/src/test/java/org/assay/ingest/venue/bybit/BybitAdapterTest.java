package org.assay.ingest.venue.bybit;

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

class BybitAdapterTest extends VenueAdapterContractTest {

    BybitAdapterTest() {
        super(new BybitAdapter());
    }

    @Override
    protected VenueTrade expectedTrade() {
        return new VenueTrade(
                "BTCUSDT",
                "2290000000036455162",
                OptionalLong.of(2_290_000_000_036_455_162L),
                decimal("16578.50"),
                decimal("0.001"),
                TakerSide.BUY,
                1_672_304_486_865_000L,
                1);
    }

    @Override
    protected VenueQuote expectedQuote() {
        return new VenueQuote(
                "BTCUSDT",
                decimal("16493.50"),
                decimal("0.006"),
                decimal("16611.00"),
                decimal("0.029"),
                OptionalLong.of(1_672_304_484_978_000L));
    }

    @Override
    protected String priceText() {
        return "\"16578.50\"";
    }

    @Override
    protected String idField() {
        return "\"i\":\"2290000000036455162\",";
    }

    @Override
    protected String timeText() {
        return "1672304486865";
    }

    @Override
    protected String sideText() {
        return "\"Buy\"";
    }

    @Override
    protected String tradeStart() {
        return "\"data\":[{";
    }

    @Override
    protected StreamKey confirmed() {
        return new StreamKey(Channel.TRADES, "BTCUSDT");
    }

    @Override
    protected boolean names(String frame, StreamKey stream) {
        return frame.contains('"' + BybitStream.topicOf(stream) + "\",")
                || frame.contains('"' + BybitStream.topicOf(stream) + "\"]");
    }

    @Override
    protected String symbol(int number) {
        return "A" + number + "USDT";
    }

    @Override
    protected Listing market() {
        return new Listing("BTCUSDT", "BTC", "USDT", "BTCUSDT", Status.TRADING, null, null);
    }

    @Override
    protected List<Listing> expectedListings() {
        return List.of(
                new Listing("BTCUSDT", "BTC", "USDT", "BTCUSDT", Status.TRADING, decimal("0.01"), decimal("0.000001")),
                new Listing("NEWUSDT", "NEW", "USDT", "NEWUSDT", Status.HALTED, decimal("0.001"), decimal("0.01")));
    }

    @Override
    protected List<VenueBar> expectedBars() {
        return List.of(
                new VenueBar(
                        "BTCUSDT",
                        Interval.M1,
                        1_670_608_800_000_000L,
                        decimal("17071.5"),
                        decimal("17071.5"),
                        decimal("17061"),
                        decimal("17071"),
                        decimal("4.177"),
                        decimal("71296.1"),
                        OptionalLong.empty()),
                new VenueBar(
                        "BTCUSDT",
                        Interval.M1,
                        1_670_608_860_000_000L,
                        decimal("17071"),
                        decimal("17073"),
                        decimal("17027"),
                        decimal("17055.5"),
                        decimal("268.611"),
                        decimal("4582345.6"),
                        OptionalLong.empty()));
    }

    @Override
    protected List<VenueTrade> expectedPage() {
        return List.of(
                new VenueTrade(
                        "BTCUSDT",
                        "2100000000007764263",
                        OptionalLong.of(2_100_000_000_007_764_263L),
                        decimal("16618.49"),
                        decimal("0.00012"),
                        TakerSide.BUY,
                        1_672_052_955_758_000L,
                        1),
                new VenueTrade(
                        "BTCUSDT",
                        "2100000000007764264",
                        OptionalLong.of(2_100_000_000_007_764_264L),
                        decimal("16618.50"),
                        decimal("0.00013"),
                        TakerSide.SELL,
                        1_672_052_955_759_000L,
                        1));
    }

    @Test
    void a_trade_with_a_ticks_direction_is_a_derivatives() throws MalformedPayloadException {
        HeardFrames heard = read(fixture("derivative-trade.json"));

        assertThat(heard.trades).isEmpty();
        assertThat(heard.ignored).containsExactly("derivative trade");
    }

    @Test
    void an_id_need_not_be_a_number() throws MalformedPayloadException {
        String frame = fixture("trade.json").replace("2290000000036455162", "20f43950-d8dd-5b31-9112-a178eb6023af");

        assertThat(read(frame).trades).singleElement().satisfies(trade -> {
            assertThat(trade.tradeId()).isEqualTo("20f43950-d8dd-5b31-9112-a178eb6023af");
            assertThat(trade.sequence()).isEmpty();
        });
        assertThat(read(fixture("trade.json").replace("2290000000036455162", "9999999999999999999")).trades)
                .extracting(VenueTrade::sequence)
                .containsExactly(OptionalLong.empty());
    }

    @Test
    void a_delta_of_one_side_waits_for_the_next_snapshot() throws MalformedPayloadException {
        assertThat(read(fixture("delta.json")).ignored).containsExactly("partial orderbook delta");
        assertThat(read(fixture("delta.json").replace("\"b\":[]", "\"b\":[[\"16600.1\",\"2\"]]")).quotes)
                .containsExactly(new VenueQuote(
                        "BTCUSDT",
                        decimal("16600.1"),
                        decimal("2"),
                        decimal("16612.00"),
                        decimal("0.5"),
                        OptionalLong.of(1_672_304_485_978_000L)));
    }

    @Test
    void a_snapshot_of_an_empty_side_has_none() throws MalformedPayloadException {
        assertThat(read(fixture("quote.json").replace("[[\"16493.50\",\"0.006\"]]", "[]")).quotes)
                .extracting(VenueQuote::bidPrice)
                .containsOnlyNulls();
    }

    @Test
    void a_refusal_names_the_topic_that_is_wrong() throws MalformedPayloadException {
        HeardFrames heard = read(fixture("refusal.json"));

        assertThat(heard.refused).containsOnlyKeys(new StreamKey(Channel.TRADES, "FOOUSDT"));
        assertThat(heard.venueErrors).isEmpty();
        assertThat(read("{\"success\":false,\"ret_msg\":\"Invalid args\",\"op\":\"subscribe\"}").venueErrors)
                .containsExactly("Invalid args");
    }

    @Test
    void a_confirmation_is_for_every_topic_of_the_request() throws MalformedPayloadException {
        assertThat(read(fixture("confirmation.json")).subscribed)
                .containsExactly(new StreamKey(Channel.TRADES, "BTCUSDT"), new StreamKey(Channel.TRADES, "ETHUSDT"));
        assertThat(adapter.subscribeFrames(
                        List.of(new StreamKey(Channel.TRADES, "BTCUSDT"), new StreamKey(Channel.QUOTES, "BTCUSDT"))))
                .containsExactly(
                        "{\"req_id\":\"publicTrade.BTCUSDT,orderbook.1.BTCUSDT\",\"op\":\"subscribe\",\"args\":[\"publicTrade.BTCUSDT\",\"orderbook.1.BTCUSDT\"]}");
    }

    @Test
    void a_pong_is_a_sign_of_life() throws MalformedPayloadException {
        assertThat(read(fixture("heartbeat.json")).heartbeats).isEqualTo(1);
    }

    @Test
    void sixty_trades_that_do_not_reach_back_are_truncated() throws MalformedPayloadException {
        StringBuilder list = new StringBuilder();
        for (int i = 100; i > 40; i--) {
            list.append(i == 100 ? "" : ",")
                    .append(
                            "{\"execId\":\"" + i
                                    + "\",\"symbol\":\"BTCUSDT\",\"price\":\"1\",\"size\":\"1\",\"side\":\"Buy\",\"time\":\"1672052955758\"}");
        }
        String body = "{\"retCode\":0,\"retMsg\":\"OK\",\"result\":{\"list\":[" + list + "]}}";
        TradeRange lost = range("39", OptionalLong.empty(), 1_672_052_955_000_000L);
        TradeRange reached = range("41", OptionalLong.empty(), 1_672_052_955_000_000L);

        assertThat(adapter.readTrades(body, lost, adapter.tradesRequest(lost)).truncated())
                .isTrue();
        TradePage page = adapter.readTrades(body, reached, adapter.tradesRequest(reached));
        assertThat(page.truncated()).isFalse();
        assertThat(page.trades()).hasSize(59);
        assertThat(page.next()).isEmpty();
    }

    @Test
    void a_rate_limit_is_told_from_a_refusal() {
        assertThat(failureOf(() ->
                        adapter.readListings("{\"retCode\":10006,\"retMsg\":\"Too many visits!\",\"result\":{}}")))
                .isEqualTo(Code.RATE_LIMITED);
    }

    @ParameterizedTest
    @CsvSource({
        "wss://stream.bybit.com/v5/public/spot,STREAM",
        "wss://stream.bybit.kz/v5/public/spot,STREAM",
        "wss://stream.bybit.com/v5/public/linear,UNSUPPORTED",
        "wss://stream.bybit.com/realtime,UNSUPPORTED",
        "wss://stream.bybit.com/realtime_public,UNSUPPORTED",
        "https://api.bybit.com/v2/public/symbols,UNSUPPORTED",
        "https://api.bybit.com/v5/market/kline?category=linear&symbol=BTCUSDT,UNSUPPORTED",
        "https://api.bybit.com/v5/market/orderbook?category=spot&symbol=BTCUSDT,OTHER_REST",
        "wss://ws.okx.com:8443/ws/v5/public,FOREIGN"
    })
    void addresses_are_told_apart(String address, Recognition expected) {
        assertThat(adapter.recognise(URI.create(address))).isEqualTo(expected);
    }
}
