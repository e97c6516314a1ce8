package org.assay.ingest.venue.kraken;

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

class KrakenAdapterTest extends VenueAdapterContractTest {

    KrakenAdapterTest() {
        super(new KrakenAdapter());
    }

    @Override
    protected VenueTrade expectedTrade() {
        return new VenueTrade(
                "MATIC/USD",
                "4665846",
                OptionalLong.of(4665846),
                decimal("0.5147"),
                decimal("6423.46326"),
                TakerSide.BUY,
                1_695_628_116_925_533L,
                1);
    }

    @Override
    protected VenueQuote expectedQuote() {
        return new VenueQuote(
                "ALGO/USD",
                decimal("0.10025"),
                decimal("740.0"),
                decimal("0.10036"),
                decimal("1361.44813783"),
                OptionalLong.of(1_695_632_671_742_648L));
    }

    @Override
    protected String priceText() {
        return "0.5147";
    }

    @Override
    protected String idField() {
        return "\"trade_id\":4665846,";
    }

    @Override
    protected String timeText() {
        return "\"2023-09-25T07:48:36.925533Z\"";
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
        return new StreamKey(Channel.TRADES, "MATIC/USD");
    }

    @Override
    protected boolean names(String frame, StreamKey stream) {
        String channel = stream.channel() == Channel.TRADES ? "trade" : "ticker";
        return frame.contains("\"channel\":\"" + channel + '"') && frame.contains('"' + stream.symbol() + '"');
    }

    @Override
    protected String symbol(int number) {
        return "A" + number + "/USD";
    }

    @Override
    protected Listing market() {
        return new Listing("BTC/USD", "BTC", "USD", "XXBTZUSD", Status.TRADING, null, null);
    }

    @Override
    protected List<Listing> expectedListings() {
        return List.of(
                new Listing(
                        "ETH/BTC", "ETH", "BTC", "XETHXXBT", Status.TRADING, decimal("0.00001"), decimal("0.00000001")),
                new Listing(
                        "DOGE/USD",
                        "DOGE",
                        "USD",
                        "XDGUSD",
                        Status.HALTED,
                        decimal("0.0000001"),
                        decimal("0.00000001")));
    }

    @Override
    protected List<VenueBar> expectedBars() {
        return List.of(new VenueBar(
                "BTC/USD",
                Interval.M1,
                1_688_671_200_000_000L,
                decimal("30306.1"),
                decimal("30306.2"),
                decimal("30305.7"),
                decimal("30305.7"),
                decimal("3.39243896"),
                null,
                OptionalLong.of(23)));
    }

    @Override
    protected List<VenueTrade> expectedPage() {
        return List.of(
                new VenueTrade(
                        "BTC/USD",
                        "61044952",
                        OptionalLong.of(61044952),
                        decimal("30243.40000"),
                        decimal("0.34507674"),
                        TakerSide.BUY,
                        1_688_669_597_827_736L,
                        1),
                new VenueTrade(
                        "BTC/USD",
                        "61044953",
                        OptionalLong.of(61044953),
                        decimal("30243.30000"),
                        decimal("0.00376960"),
                        TakerSide.SELL,
                        1_688_669_598_280_411L,
                        1));
    }

    @Test
    void a_snapshot_holds_trades_of_the_past() throws MalformedPayloadException {
        HeardFrames heard = read(fixture("past-trade.json"));

        assertThat(heard.trades).isEmpty();
        assertThat(heard.pastTrades).extracting(VenueTrade::tradeId).containsExactly("4665847");
    }

    @Test
    void numbers_keep_every_digit() throws MalformedPayloadException {
        String frame = fixture("trade.json").replace("6423.46326", "0.10000000000000000055511");

        assertThat(read(frame).trades)
                .extracting(VenueTrade::amount)
                .containsExactly(decimal("0.10000000000000000055511"));
    }

    @Test
    void one_bad_trade_does_not_take_the_others_with_it() {
        String good = fixture("trade.json");
        String item = good.substring(good.indexOf('[') + 1, good.lastIndexOf(']'));
        String bad = item.replace("0.5147", "-1");
        HeardFrames heard = new HeardFrames();

        assertThat(failureOf(() -> adapter.readFrame(
                        good.replace(item, item + "," + bad + "," + item.replace("4665846", "4665848")), heard)))
                .isEqualTo(Code.BAD_NUMBER);
        assertThat(heard.trades).extracting(VenueTrade::tradeId).containsExactly("4665846", "4665848");
    }

    @Test
    void a_refusal_names_its_stream_by_the_requests_id() throws MalformedPayloadException {
        assertThat(read(fixture("refusal.json")).refused)
                .containsExactly(java.util.Map.entry(
                        new StreamKey(Channel.TRADES, "FOO/USD"), "Currency pair not supported FOO/USD"));
        assertThat(read(fixture("refusal.json").replace("\"req_id\":1", "\"req_id\":2")).refused)
                .containsOnlyKeys(new StreamKey(Channel.QUOTES, "FOO/USD"));
    }

    @Test
    void heartbeats_and_pongs_are_signs_of_life() throws MalformedPayloadException {
        assertThat(read(fixture("heartbeat.json")).heartbeats).isEqualTo(1);
        assertThat(read(fixture("pong.json")).heartbeats).isEqualTo(1);
        assertThat(adapter.keepAliveFrame()).contains("{\"method\":\"ping\"}");
    }

    @Test
    void other_channels_are_ignored() throws MalformedPayloadException {
        assertThat(read("{\"channel\":\"status\",\"type\":\"update\",\"data\":[{\"system\":\"online\"}]}").ignored)
                .containsExactly("status");
        assertThat(read(fixture("trade.json").replace("MATIC/USD", "PF_XBTUSD")).ignored)
                .containsExactly("derivative trade");
    }

    @Test
    void subscriptions_ask_for_quotes_at_every_change() {
        assertThat(adapter.subscribeFrames(
                        List.of(new StreamKey(Channel.QUOTES, "BTC/USD"), new StreamKey(Channel.TRADES, "BTC/USD"))))
                .containsExactly(
                        "{\"method\":\"subscribe\",\"params\":{\"channel\":\"trade\",\"snapshot\":true,\"symbol\":[\"BTC/USD\"]},\"req_id\":1}",
                        "{\"method\":\"subscribe\",\"params\":{\"channel\":\"ticker\",\"event_trigger\":\"bbo\",\"snapshot\":true,\"symbol\":[\"BTC/USD\"]},\"req_id\":2}");
    }

    @Test
    void history_pages_by_nanoseconds() throws MalformedPayloadException {
        TradeRange range = range("61044951", OptionalLong.of(61044951), 1_688_669_597_000_000L);
        RestRequest first = adapter.tradesRequest(range);
        StringBuilder page = new StringBuilder("{\"error\":[],\"result\":{\"XXBTZUSD\":[");
        for (int i = 0; i < 996; i++) {
            page.append(i == 0 ? "" : ",")
                    .append("[\"30243.4\",\"0.1\",1688669597.8277369,\"b\",\"m\",\"\"," + (61044951 + i) + "]");
        }
        TradePage read = adapter.readTrades(
                page.append("],\"last\":\"1688669597827736900\"}}").toString(), range, first);

        assertThat(first)
                .isEqualTo(new RestRequest("/0/public/Trades?pair=XXBTZUSD&since=1688669596999999000&count=1000", 1));
        assertThat(read.trades()).hasSize(995);
        assertThat(read.next())
                .contains(new RestRequest("/0/public/Trades?pair=XXBTZUSD&since=1688669597827736900&count=1000", 1));
    }

    @Test
    void an_error_in_an_answer_of_status_200_is_told() {
        assertThat(failureOf(() -> adapter.readListings("{\"error\":[\"EGeneral:Too many requests\"]}")))
                .isEqualTo(Code.RATE_LIMITED);
        assertThat(failureOf(() -> adapter.readListings("{\"error\":[\"EService:Unavailable\"]}")))
                .isEqualTo(Code.REFUSED);
        assertThat(failureOf(() -> adapter.readListings("{\"error\":[]}"))).isEqualTo(Code.MISSING_FIELD);
    }

    @ParameterizedTest
    @CsvSource({
        "wss://ws.kraken.com/v2,STREAM",
        "wss://ws.kraken.com,UNSUPPORTED",
        "wss://ws.kraken.com/,UNSUPPORTED",
        "wss://ws-auth.kraken.com/v2,UNSUPPORTED",
        "wss://futures.kraken.com/ws/v1,UNSUPPORTED",
        "https://api.kraken.com/0/public/Depth?pair=XBTUSD,OTHER_REST",
        "wss://ws-feed.exchange.coinbase.com,FOREIGN"
    })
    void addresses_are_told_apart(String address, Recognition expected) {
        assertThat(adapter.recognise(URI.create(address))).isEqualTo(expected);
    }
}
