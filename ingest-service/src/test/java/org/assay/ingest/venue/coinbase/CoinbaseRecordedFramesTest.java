package org.assay.ingest.venue.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.assay.ingest.venue.Channel;
import org.assay.ingest.venue.HeardFrames;
import org.assay.ingest.venue.Listing;
import org.assay.ingest.venue.Listing.Status;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.RecordedLines;
import org.assay.ingest.venue.StreamKey;
import org.assay.ingest.venue.VenueQuote;
import org.assay.ingest.venue.VenueTrade;
import org.assay.ingest.venue.VenueTrade.TakerSide;
import org.junit.jupiter.api.Test;

/** Frames that others recorded. */
class CoinbaseRecordedFramesTest {

    private static final Pattern MATCH =
            Pattern.compile("\"type\":\"match\",.*\"size\":\"(?<amount>[0-9.]+)\",\"price\":\"(?<price>[0-9.]+)\"");

    private final CoinbaseAdapter adapter = new CoinbaseAdapter();

    @Test
    void half_a_minute_of_ten_products_is_read_exactly() {
        List<String> frames = RecordedLines.received("cryptofeed/COINBASE.ws.28.0.gz");
        HeardFrames heard = RecordedLines.feed(adapter, frames);

        assertThat(heard.trades).hasSize(97);
        assertThat(heard.trades.getFirst())
                .isEqualTo(new VenueTrade(
                        "SKL-BTC",
                        "280232",
                        OptionalLong.of(280232),
                        new BigDecimal("0.00001305"),
                        new BigDecimal("985"),
                        TakerSide.BUY,
                        1_618_677_817_089_723L,
                        1));
        assertThat(heard.trades.getLast())
                .isEqualTo(new VenueTrade(
                        "SKL-USD",
                        "1568319",
                        OptionalLong.of(1568319),
                        new BigDecimal("0.7902"),
                        new BigDecimal("18"),
                        TakerSide.SELL,
                        1_618_677_846_669_388L,
                        1));
        assertThat(RecordedLines.turnover(heard.trades))
                .isEqualByComparingTo("38385.13877822353")
                .isEqualByComparingTo(RecordedLines.sumOfProducts(frames, MATCH));
        assertThat(heard.pastTrades).hasSize(10);
        assertThat(heard.pastTrades.getFirst())
                .isEqualTo(new VenueTrade(
                        "BAND-GBP",
                        "881613",
                        OptionalLong.of(881613),
                        new BigDecimal("14.7775"),
                        new BigDecimal("0.04"),
                        TakerSide.BUY,
                        1_618_677_810_244_075L,
                        1));
        List<VenueTrade> all = new ArrayList<>(heard.pastTrades);
        all.addAll(heard.trades);
        RecordedLines.assertContiguous(all);
        assertThat(heard.quotes).hasSize(107);
        assertThat(heard.quotes.getLast())
                .isEqualTo(new VenueQuote(
                        "SKL-USD",
                        new BigDecimal("0.7901"),
                        null,
                        new BigDecimal("0.7905"),
                        null,
                        OptionalLong.of(1_618_677_846_669_388L)));
        assertThat(heard.subscribed)
                .contains(new StreamKey(Channel.TRADES, "SKL-USD"), new StreamKey(Channel.QUOTES, "SKL-USD"));
        assertThat(frames).allMatch(adapter::recognisesFrame);
    }

    /** The ticker repeats the match's trade with the taker's side, which proves that the match's is the maker's. */
    @Test
    void the_takers_side_agrees_with_the_tickers() {
        Pattern ticker = Pattern.compile(
                "\"type\":\"ticker\",.*\"product_id\":\"([^\"]+)\",.*\"side\":\"([a-z]+)\",.*\"trade_id\":([0-9]+)");
        List<String> frames = RecordedLines.received("cryptofeed/COINBASE.ws.28.0.gz");
        HeardFrames heard = RecordedLines.feed(adapter, frames);
        List<String> sides = new ArrayList<>();
        for (VenueTrade trade : heard.trades) {
            sides.add(trade.symbol() + " " + trade.tradeId() + " " + trade.side());
        }
        List<String> told = frames.stream()
                .map(ticker::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(match -> match.group(1) + " " + match.group(3) + " "
                        + match.group(2).toUpperCase(java.util.Locale.ROOT))
                .filter(line ->
                        sides.stream().anyMatch(side -> side.startsWith(line.substring(0, line.lastIndexOf(' ')))))
                .toList();

        assertThat(told).hasSizeGreaterThan(90);
        assertThat(sides).containsAll(told);
    }

    @Test
    void the_product_list_of_2021_is_read_exactly() throws MalformedPayloadException {
        List<Listing> listings = adapter.readListings(RecordedLines.firstAnswer("cryptofeed/COINBASE.0.gz"));

        assertThat(listings).hasSize(162).allMatch(listing -> listing.status() == Status.TRADING);
        assertThat(listings)
                .contains(new Listing(
                        "BTC-GBP",
                        "BTC",
                        "GBP",
                        "BTC-GBP",
                        Status.TRADING,
                        new BigDecimal("0.01"),
                        new BigDecimal("0.00000001")));
    }
}
