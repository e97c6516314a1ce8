package org.assay.ingest.venue.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.assay.events.candle.Interval;
import org.assay.ingest.venue.Channel;
import org.assay.ingest.venue.HeardFrames;
import org.assay.ingest.venue.Listing;
import org.assay.ingest.venue.Listing.Status;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.RecordedLines;
import org.assay.ingest.venue.RestRequest;
import org.assay.ingest.venue.StreamKey;
import org.assay.ingest.venue.TradePage;
import org.assay.ingest.venue.TradeRange;
import org.assay.ingest.venue.VenueBar;
import org.assay.ingest.venue.VenueQuote;
import org.assay.ingest.venue.VenueTrade;
import org.assay.ingest.venue.VenueTrade.TakerSide;
import org.junit.jupiter.api.Test;

/** Frames and answers that others recorded. */
class KrakenRecordedFramesTest {

    private static final Pattern TRADE =
            Pattern.compile("\"(?<price>[0-9.]+)\",\\s*\"(?<amount>[0-9.]+)\",\\s*[0-9.]+,");

    private final KrakenAdapter adapter = new KrakenAdapter();
    private final Listing bitcoin = new Listing(
            "BTC/USDT", "BTC", "USDT", "XBTUSDT", Status.TRADING, new BigDecimal("0.1"), new BigDecimal("0.00000001"));

    @Test
    void frames_of_version_2_are_read_exactly() {
        HeardFrames heard = RecordedLines.feed(
                adapter,
                List.of(
                        RecordedLines.whole("nautilus/kraken/ws_subscribe_response.json"),
                        RecordedLines.whole("nautilus/kraken/ws_trade_update.json"),
                        RecordedLines.whole("nautilus/kraken/ws_ticker_snapshot.json"),
                        RecordedLines.whole("nautilus/kraken/ws_pong.json"),
                        RecordedLines.whole("nautilus/kraken/ws_book_update.json")));

        assertThat(heard.subscribed).containsExactly(new StreamKey(Channel.QUOTES, "BTC/USD"));
        assertThat(heard.trades)
                .containsExactly(
                        trade("BTC/USD", "10218208", "105944.20", "0.00027625", TakerSide.BUY, 1_696_613_755_440_295L),
                        trade(
                                "BTC/USD",
                                "10218209",
                                "105910.50",
                                "0.00012460",
                                TakerSide.SELL,
                                1_696_613_756_123_456L));
        assertThat(heard.quotes)
                .containsExactly(new VenueQuote(
                        "BTC/USD",
                        new BigDecimal("105944.20"),
                        new BigDecimal("2.5"),
                        new BigDecimal("105944.30"),
                        new BigDecimal("3.2"),
                        OptionalLong.of(1_671_960_659_123_456L)));
        assertThat(heard.heartbeats).isEqualTo(1);
        assertThat(heard.ignored).containsExactly("book");
    }

    private static VenueTrade trade(
            String symbol, String id, String price, String amount, TakerSide side, long timeUs) {
        return new VenueTrade(
                symbol,
                id,
                OptionalLong.of(Long.parseLong(id)),
                new BigDecimal(price),
                new BigDecimal(amount),
                side,
                timeUs,
                1);
    }

    @Test
    void a_thousand_trades_over_rest_are_read_exactly() throws MalformedPayloadException {
        String body = RecordedLines.whole("nautilus/kraken/http_trades.json");
        TradeRange range =
                new TradeRange(bitcoin, "10218207", OptionalLong.of(10218207), 1_762_795_433_000_000L, Long.MAX_VALUE);
        TradePage page = adapter.readTrades(body, range, adapter.tradesRequest(range));

        assertThat(page.trades()).hasSize(1_000);
        assertThat(page.trades().getFirst())
                .isEqualTo(trade(
                        "BTC/USDT", "10218208", "105433.60000", "0.00027625", TakerSide.BUY, 1_762_795_433_971_744L));
        assertThat(page.trades().getLast())
                .isEqualTo(trade(
                        "BTC/USDT", "10219207", "105899.40000", "0.00009443", TakerSide.SELL, 1_762_820_035_982_277L));
        RecordedLines.assertContiguous(page.trades());
        assertThat(RecordedLines.turnover(page.trades()))
                .isEqualByComparingTo("9869687.766051657")
                .isEqualByComparingTo(RecordedLines.sumOfProducts(List.of(body), TRADE));
        assertThat(page.next())
                .contains(new RestRequest("/0/public/Trades?pair=XBTUSDT&since=1762820035982277754&count=1000", 1));
    }

    @Test
    void candles_are_read_exactly() throws MalformedPayloadException {
        List<VenueBar> bars =
                adapter.readCandles(RecordedLines.whole("nautilus/kraken/http_ohlc.json"), bitcoin, Interval.M1);

        assertThat(bars).hasSize(721);
        assertThat(bars.getFirst())
                .isEqualTo(new VenueBar(
                        "BTC/USDT",
                        Interval.M1,
                        1_762_777_020_000_000L,
                        new BigDecimal("106038.2"),
                        new BigDecimal("106038.2"),
                        new BigDecimal("106038.2"),
                        new BigDecimal("106038.2"),
                        new BigDecimal("0.00000000"),
                        null,
                        OptionalLong.of(0)));
        assertThat(bars.getLast().openTimeUs()).isEqualTo(1_762_820_220_000_000L);
    }

    /** Two answers about the same market at the same time: a check of both readers that neither knows of. */
    @Test
    void the_trades_of_each_full_minute_make_its_candle() throws MalformedPayloadException {
        TradeRange range = new TradeRange(bitcoin, null, OptionalLong.empty(), 0, Long.MAX_VALUE);
        List<VenueTrade> trades = adapter.readTrades(
                        RecordedLines.whole("nautilus/kraken/http_trades.json"), range, adapter.tradesRequest(range))
                .trades();
        long first = Interval.M1.openOf(trades.getFirst().eventTimeUs()) + Interval.M1.micros();
        long last = Interval.M1.openOf(trades.getLast().eventTimeUs());
        List<VenueBar> bars =
                adapter.readCandles(RecordedLines.whole("nautilus/kraken/http_ohlc.json"), bitcoin, Interval.M1);

        int compared = 0;
        for (VenueBar bar : bars) {
            if (bar.openTimeUs() < first || bar.openTimeUs() >= last) {
                continue;
            }
            List<VenueTrade> inside = trades.stream()
                    .filter(trade -> Interval.M1.openOf(trade.eventTimeUs()) == bar.openTimeUs())
                    .toList();
            assertThat(inside).hasSize((int) bar.trades().orElseThrow());
            assertThat(inside.stream().map(VenueTrade::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(bar.volume());
            compared++;
        }
        assertThat(compared).isGreaterThan(300);
    }

    @Test
    void pairs_are_read_exactly() throws MalformedPayloadException {
        assertThat(adapter.readListings(RecordedLines.whole("nautilus/kraken/http_asset_pairs.json")))
                .containsExactly(bitcoin);
        List<Listing> listings = adapter.readListings(RecordedLines.firstAnswer("cryptofeed/KRAKEN.0.gz"));
        assertThat(listings)
                .hasSize(293)
                .contains(new Listing(
                        "BTC/USD",
                        "BTC",
                        "USD",
                        "XXBTZUSD",
                        Status.TRADING,
                        new BigDecimal("0.1"),
                        new BigDecimal("0.00000001")));
    }
}
