package org.assay.ingest.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.assay.events.candle.Interval;
import org.assay.ingest.venue.HeardFrames;
import org.assay.ingest.venue.Listing;
import org.assay.ingest.venue.Listing.Status;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.RecordedLines;
import org.assay.ingest.venue.RestRequest;
import org.assay.ingest.venue.TradeRange;
import org.assay.ingest.venue.VenueBar;
import org.assay.ingest.venue.VenueQuote;
import org.assay.ingest.venue.VenueTrade;
import org.assay.ingest.venue.VenueTrade.TakerSide;
import org.junit.jupiter.api.Test;

/** Frames that others recorded. */
class BinanceRecordedFramesTest {

    private static final Pattern TRADE =
            Pattern.compile("\"e\":\"trade\",.*?\"p\":\"(?<price>[0-9.]+)\",\"q\":\"(?<amount>[0-9.]+)\"");

    private final BinanceAdapter adapter = new BinanceAdapter();

    @Test
    void six_minutes_of_btcusdt_are_read_exactly() {
        List<String> frames = RecordedLines.received("hftbacktest/spot_btcusdt_20240808.gz");
        HeardFrames heard = RecordedLines.feed(adapter, frames);

        assertThat(frames).hasSize(41_249);
        assertThat(heard.trades).hasSize(9_757);
        assertThat(heard.trades.getFirst())
                .isEqualTo(trade("3735683259", "61837.63000000", "0.02000000", TakerSide.SELL, 1_723_161_255_342_000L));
        assertThat(heard.trades.getLast())
                .isEqualTo(trade("3735693015", "61685.99000000", "0.00140000", TakerSide.SELL, 1_723_161_601_271_000L));
        RecordedLines.assertContiguous(heard.trades);
        assertThat(RecordedLines.turnover(heard.trades))
                .isEqualByComparingTo("13084074.1123886")
                .isEqualByComparingTo(RecordedLines.sumOfProducts(frames, TRADE));
        assertThat(heard.trades.stream().filter(trade -> trade.side() == TakerSide.SELL))
                .hasSameSizeAs(frames.stream()
                        .filter(frame -> frame.contains("\"e\":\"trade\"") && frame.contains("\"m\":true"))
                        .toList());
        assertThat(heard.quotes).hasSize(28_040);
        assertThat(heard.quotes.getFirst())
                .isEqualTo(quote("BTCUSDT", "61837.63000000", "3.78826000", "61837.64000000", "1.54698000"));
        assertThat(heard.quotes.getLast())
                .isEqualTo(quote("BTCUSDT", "61685.99000000", "1.25869000", "61686.00000000", "2.44807000"));
        assertThat(heard.ignored).hasSize(41_249 - 9_757 - 28_040).contains("depthUpdate");
        assertThat(frames.stream().filter(adapter::recognisesFrame)).hasSize(9_757 + 28_040 + 3_451);
    }

    private static VenueTrade trade(String id, String price, String amount, TakerSide side, long timeUs) {
        return new VenueTrade(
                "BTCUSDT",
                id,
                OptionalLong.of(Long.parseLong(id)),
                new BigDecimal(price),
                new BigDecimal(amount),
                side,
                timeUs,
                1);
    }

    private static VenueQuote quote(String symbol, String bid, String bidAmount, String ask, String askAmount) {
        return new VenueQuote(
                symbol,
                new BigDecimal(bid),
                new BigDecimal(bidAmount),
                new BigDecimal(ask),
                new BigDecimal(askAmount),
                OptionalLong.empty());
    }

    @Test
    void aggregates_of_2021_are_read_exactly() {
        HeardFrames heard = RecordedLines.feed(adapter, RecordedLines.received("cryptofeed/BINANCE.ws.1.0.gz"));

        assertThat(heard.trades)
                .containsExactly(
                        new VenueTrade(
                                "NKNUSDT",
                                "a15683430",
                                OptionalLong.of(19862790),
                                new BigDecimal("0.35280000"),
                                new BigDecimal("58.00000000"),
                                TakerSide.BUY,
                                1_633_998_523_963_000L,
                                1),
                        new VenueTrade(
                                "LRCBTC",
                                "a9213679",
                                OptionalLong.of(12368013),
                                new BigDecimal("0.00000638"),
                                new BigDecimal("177.00000000"),
                                TakerSide.BUY,
                                1_633_998_534_486_000L,
                                1));
        assertThat(heard.quotes).hasSize(84);
        assertThat(heard.quotes.getFirst())
                .isEqualTo(quote("NKNUSDT", "0.35210000", "672.00000000", "0.35260000", "3199.00000000"));
        assertThat(heard.quotes.getLast())
                .isEqualTo(quote("NKNUSDT", "0.35270000", "9602.00000000", "0.35310000", "152.00000000"));
    }

    @Test
    void the_instrument_list_of_2021_is_read_exactly() throws MalformedPayloadException {
        List<Listing> listings = adapter.readListings(RecordedLines.firstAnswer("cryptofeed/BINANCE.0.gz"));

        assertThat(listings).hasSize(1_655);
        assertThat(listings.stream().filter(listing -> listing.status() == Status.TRADING))
                .hasSize(1_222);
        assertThat(listings)
                .contains(
                        new Listing(
                                "ETHBTC",
                                "ETH",
                                "BTC",
                                "ETHBTC",
                                Status.TRADING,
                                new BigDecimal("0.00000100"),
                                new BigDecimal("0.00010000")),
                        new Listing(
                                "NKNUSDT",
                                "NKN",
                                "USDT",
                                "NKNUSDT",
                                Status.TRADING,
                                new BigDecimal("0.00010000"),
                                new BigDecimal("1.00000000")));
    }

    @Test
    void answers_of_the_current_interface_are_read_exactly() throws MalformedPayloadException {
        String folder = "nautilus/binance/spot/http_json/";
        Listing market = new Listing("ETHBTC", "ETH", "BTC", "ETHBTC", Status.TRADING, null, null);
        TradeRange range = new TradeRange(market, null, OptionalLong.empty(), 0, Long.MAX_VALUE);

        assertThat(adapter.readListings(RecordedLines.whole(folder + "exchange_info_response.json")))
                .containsExactly(market);
        assertThat(adapter.readTrades(
                                RecordedLines.whole(folder + "trades_response.json"),
                                range,
                                new RestRequest("/api/v3/trades?symbol=ETHBTC", 25))
                        .trades())
                .containsExactly(new VenueTrade(
                        "ETHBTC",
                        "28457",
                        OptionalLong.of(28457),
                        new BigDecimal("4.00000100"),
                        new BigDecimal("12.00000000"),
                        TakerSide.SELL,
                        1_499_865_549_590_000L,
                        1));
        assertThat(adapter.readCandles(RecordedLines.whole(folder + "klines_response.json"), market, Interval.M1))
                .containsExactly(new VenueBar(
                        "ETHBTC",
                        Interval.M1,
                        1_499_040_000_000_000L,
                        new BigDecimal("0.01634790"),
                        new BigDecimal("0.80000000"),
                        new BigDecimal("0.01575800"),
                        new BigDecimal("0.01577100"),
                        new BigDecimal("148976.11427815"),
                        new BigDecimal("2434.19055334"),
                        OptionalLong.of(308)));
    }
}
