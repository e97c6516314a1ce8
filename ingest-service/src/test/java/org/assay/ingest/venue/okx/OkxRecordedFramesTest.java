package org.assay.ingest.venue.okx;

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
import org.assay.ingest.venue.TradeRange;
import org.assay.ingest.venue.VenueBar;
import org.assay.ingest.venue.VenueQuote;
import org.assay.ingest.venue.VenueTrade;
import org.assay.ingest.venue.VenueTrade.TakerSide;
import org.junit.jupiter.api.Test;

/** Frames that others recorded. */
class OkxRecordedFramesTest {

    private static final Pattern SPOT_TRADE = Pattern.compile(
            "\"instId\":\"BTC-USDT\",\"tradeId\":\"[0-9]+\",\"px\":\"(?<price>[0-9.]+)\",\"sz\":\"(?<amount>[0-9.]+)\"");

    private final OkxAdapter adapter = new OkxAdapter();
    private final Listing bitcoin = new Listing("BTC-USDT", "BTC", "USDT", "BTC-USDT", Status.TRADING, null, null);

    @Test
    void the_spot_trades_of_a_mixed_recording_are_read_exactly() {
        List<String> frames = RecordedLines.received("cryptofeed/OKX.ws.1.0.gz");
        HeardFrames heard = RecordedLines.feed(adapter, frames);

        assertThat(heard.trades).hasSize(69).allMatch(trade -> trade.symbol().equals("BTC-USDT"));
        assertThat(heard.trades.getFirst())
                .isEqualTo(trade("338476307", "30236", "0.0002", TakerSide.BUY, 1_652_459_224_818_000L));
        assertThat(heard.trades.getLast())
                .isEqualTo(trade("338476375", "30227.6", "0.00000088", TakerSide.BUY, 1_652_459_235_576_000L));
        RecordedLines.assertContiguous(heard.trades);
        assertThat(RecordedLines.turnover(heard.trades))
                .isPositive()
                .isEqualByComparingTo(RecordedLines.sumOfProducts(frames, SPOT_TRADE));
        assertThat(heard.quotes).allMatch(quote -> quote.symbol().equals("BTC-USDT"));
        assertThat(heard.quotes.getFirst())
                .isEqualTo(new VenueQuote(
                        "BTC-USDT",
                        new BigDecimal("30228.6"),
                        new BigDecimal("0.23393"),
                        new BigDecimal("30228.7"),
                        new BigDecimal("1.55896972"),
                        heard.quotes.getFirst().eventTimeUs()));
        assertThat(heard.ignored).contains("derivative trades", "derivative tickers", "derivative books", "books");
        assertThat(heard.subscribed)
                .contains(new StreamKey(Channel.TRADES, "BTC-USDT"))
                .allMatch(stream -> stream.symbol().equals("BTC-USDT"));
        assertThat(frames).allMatch(adapter::recognisesFrame);
    }

    private static VenueTrade trade(String id, String price, String amount, TakerSide side, long timeUs) {
        return new VenueTrade(
                "BTC-USDT",
                id,
                OptionalLong.of(Long.parseLong(id)),
                new BigDecimal(price),
                new BigDecimal(amount),
                side,
                timeUs,
                1);
    }

    @Test
    void the_spot_instruments_of_2022_are_read_exactly() throws MalformedPayloadException {
        List<Listing> listings = adapter.readListings(RecordedLines.firstAnswer("cryptofeed/OKX.0.gz"));

        assertThat(listings).hasSize(513);
        assertThat(listings.getFirst())
                .isEqualTo(new Listing(
                        "BTC-USDT",
                        "BTC",
                        "USDT",
                        "BTC-USDT",
                        Status.TRADING,
                        new BigDecimal("0.1"),
                        new BigDecimal("0.00000001")));
    }

    @Test
    void frames_of_the_current_interface_are_read_exactly() {
        HeardFrames heard = RecordedLines.feed(
                adapter,
                List.of(
                        RecordedLines.whole("nautilus/okx/ws_trades.json"),
                        RecordedLines.whole("nautilus/okx/ws_bbo_tbt.json"),
                        RecordedLines.whole("nautilus/okx/ws_tickers.json"),
                        RecordedLines.whole("nautilus/okx/ws_candle.json"),
                        RecordedLines.whole("nautilus/okx/ws_books_update.json")));

        assertThat(heard.trades)
                .containsExactly(new VenueTrade(
                        "BTC-USD",
                        "130639474",
                        OptionalLong.of(130639474),
                        new BigDecimal("42219.9"),
                        new BigDecimal("0.12060306"),
                        TakerSide.BUY,
                        1_630_048_897_897_000L,
                        3));
        assertThat(heard.quotes)
                .containsExactly(quote("8476.97", "256", "8476.98", "415"), quote("8888.88", "5", "9999.99", "11"));
        assertThat(heard.ignored).contains("candle1D");
    }

    private static VenueQuote quote(String bid, String bidAmount, String ask, String askAmount) {
        return new VenueQuote(
                "BTC-USDT",
                new BigDecimal(bid),
                new BigDecimal(bidAmount),
                new BigDecimal(ask),
                new BigDecimal(askAmount),
                OptionalLong.of(1_597_026_383_085_000L));
    }

    @Test
    void answers_of_the_current_interface_are_read_exactly() throws MalformedPayloadException {
        TradeRange range = new TradeRange(bitcoin, null, OptionalLong.empty(), 0, Long.MAX_VALUE);

        assertThat(adapter.readTrades(
                                RecordedLines.whole("nautilus/okx/http_get_trades.json"),
                                range,
                                new RestRequest("/api/v5/market/trades?instId=BTC-USDT", 1))
                        .trades())
                .containsExactly(
                        trade("734864332", "102537.9", "0.0000125", TakerSide.BUY, 1_747_087_161_666_000L),
                        trade("734864333", "102537.9", "0.00013669", TakerSide.SELL, 1_747_087_163_557_000L));
        assertThat(adapter.readCandles(
                        RecordedLines.whole("nautilus/okx/http_get_candlesticks.json"), bitcoin, Interval.M1))
                .first()
                .isEqualTo(new VenueBar(
                        "BTC-USDT",
                        Interval.M1,
                        1_625_097_600_000_000L,
                        new BigDecimal("33528.6"),
                        new BigDecimal("33870.0"),
                        new BigDecimal("33528.6"),
                        new BigDecimal("33783.9"),
                        new BigDecimal("778.838"),
                        new BigDecimal("0"),
                        OptionalLong.empty()));
        assertThat(adapter.readListings(RecordedLines.whole("nautilus/okx/http_get_instruments_spot.json")))
                .contains(new Listing(
                        "BTC-USD",
                        "BTC",
                        "USD",
                        "BTC-USD",
                        Status.TRADING,
                        new BigDecimal("0.1"),
                        new BigDecimal("0.00000001")));
        assertThat(adapter.readListings(RecordedLines.whole("nautilus/okx/http_get_instruments_swap.json")))
                .isEmpty();
    }
}
