package org.assay.ingest.venue;

import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assay.events.candle.Interval;
import org.assay.ingest.venue.Listing.Status;
import org.assay.ingest.venue.registry.VenueAdapters;

/** Whatever is done to a valid frame or answer, reading it ends in records or in the declared exception. */
class VenueFrameFuzzPropertyTest {

    private static final List<String> FIXTURES = List.of(
            "trade.json",
            "quote.json",
            "confirmation.json",
            "refusal.json",
            "listings.json",
            "trades.json",
            "candles.json",
            "rest-refusal.json");

    private static final List<String> SPLICES = List.of(
            "",
            "null",
            "\"\"",
            "-1",
            "1e400",
            "1e-400",
            "{}",
            "[]",
            "[[[[",
            "}",
            "\"",
            "\\",
            "\u0000",
            "\uD800",
            "true",
            "99999999999999999999999999",
            "0.1",
            ":",
            ",",
            "{\"e\":\"trade\"}",
            "٣",
            "NaN",
            "\"\\u0041\"");

    /** A text cut out of a frame between two places, and what is put there instead. */
    record Mutation(double from, double to, String splice) {

        String of(String text) {
            int start = (int) (Math.min(from, to) * text.length());
            int end = (int) (Math.max(from, to) * text.length());
            return text.substring(0, start) + splice + text.substring(end);
        }
    }

    @Provide
    Arbitrary<Mutation> mutations() {
        Arbitrary<Double> place = Arbitraries.doubles().between(0, 1).ofScale(4);
        Arbitrary<Double> length = Arbitraries.doubles().between(0, 0.05).ofScale(4);
        Arbitrary<String> splice =
                Arbitraries.oneOf(Arbitraries.of(SPLICES), Arbitraries.strings().ofMaxLength(8));
        return Combinators.combine(place, length, splice)
                .as((from, size, text) -> new Mutation(from, Math.min(1, from + size), text));
    }

    @Provide
    Arbitrary<VenueAdapter> venues() {
        return Arbitraries.of(VenueAdapters.all());
    }

    @Property(tries = 800)
    void a_mutated_text_never_throws_anything_else(
            @ForAll("venues") VenueAdapter adapter,
            @ForAll("mutations") Mutation first,
            @ForAll("mutations") Mutation second) {
        for (String name : FIXTURES) {
            String text = first.of(VenueAdapterContractTest.load(adapter.venue(), name));
            read(adapter, text);
            read(adapter, second.of(text));
        }
    }

    @Property(tries = 500)
    void any_text_never_throws_anything_else(@ForAll("venues") VenueAdapter adapter, @ForAll String text) {
        read(adapter, text);
    }

    private static void read(VenueAdapter adapter, String text) {
        Listing market = new Listing("BTCUSDT", "BTC", "USDT", "BTCUSDT", Status.TRADING, null, null);
        TradeRange range = new TradeRange(market, "1", OptionalLong.of(1), 1, Long.MAX_VALUE);
        HeardFrames heard = new HeardFrames();
        adapter.recognisesFrame(text);
        allowed(() -> adapter.readFrame(text, heard));
        allowed(() -> adapter.readListings(text));
        allowed(() -> adapter.readTrades(text, range, adapter.tradesRequest(range)));
        allowed(() -> adapter.readCandles(text, market, Interval.M1));
        heard.trades.forEach(VenueFrameFuzzPropertyTest::check);
        heard.pastTrades.forEach(VenueFrameFuzzPropertyTest::check);
    }

    /** What is let through is sane: it can be written out, and its time is one of trading. */
    private static void check(VenueTrade trade) {
        if (trade.price().signum() <= 0
                || trade.amount().signum() <= 0
                || trade.price().toPlainString().length() > 100
                || trade.amount().toPlainString().length() > 100
                || trade.executions() < 1
                || trade.tradeId().isBlank()
                || trade.eventTimeUs() < 1_230_768_000_000_000L) {
            throw new AssertionError(trade);
        }
    }

    private static void allowed(Reading reading) {
        try {
            reading.run();
        } catch (MalformedPayloadException declared) {
            // The one that may be thrown.
            if (declared.code().text().isEmpty()) {
                throw new AssertionError("A failure has a code", declared);
            }
        }
    }

    @FunctionalInterface
    private interface Reading {
        void run() throws MalformedPayloadException;
    }
}
