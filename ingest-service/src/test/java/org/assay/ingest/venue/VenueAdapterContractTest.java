package org.assay.ingest.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assay.events.candle.Interval;
import org.assay.ingest.venue.MalformedPayloadException.Code;
import org.assay.ingest.venue.VenueTrade.TakerSide;
import org.assay.ingest.venue.registry.VenueAdapters;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every adapter must do, on small frames written after the venue's own documentation. */
public abstract class VenueAdapterContractTest {

    private static final String HUGE = "9".repeat(10_000);

    protected final VenueAdapter adapter;
    private final String venue;

    protected VenueAdapterContractTest(VenueAdapter adapter) {
        this.adapter = adapter;
        this.venue = adapter.venue();
    }

    protected abstract VenueTrade expectedTrade();

    protected abstract VenueQuote expectedQuote();

    /** The trade frame's price with its quotes, as it stands there. */
    protected abstract String priceText();

    /** The trade frame's id field, with name, value and comma, as it stands there. */
    protected abstract String idField();

    /** The trade frame's time value, as it stands there. */
    protected abstract String timeText();

    /** The trade frame's side value, as it stands there. */
    protected abstract String sideText();

    /** What stands there when the side is a word that nobody knows. */
    protected String unknownSideText() {
        return "\"sideways\"";
    }

    /** The start of the object in which the trade's fields stand, up to its brace. */
    protected abstract String tradeStart();

    protected abstract StreamKey confirmed();

    /** Whether a client frame is about this stream. */
    protected abstract boolean names(String frame, StreamKey stream);

    protected abstract List<Listing> expectedListings();

    protected abstract List<VenueBar> expectedBars();

    protected abstract List<VenueTrade> expectedPage();

    protected abstract Listing market();

    @Test
    void a_trade_is_read_exactly() throws MalformedPayloadException {
        HeardFrames heard = read(fixture("trade.json"));

        assertThat(heard.trades).containsExactly(expectedTrade());
        assertThat(heard.pastTrades).isEmpty();
        assertThat(heard.ignored).isEmpty();
    }

    @Test
    void a_quote_is_read_exactly() throws MalformedPayloadException {
        HeardFrames heard = read(fixture("quote.json"));

        assertThat(heard.quotes).containsExactly(expectedQuote());
        assertThat(heard.trades).isEmpty();
    }

    @Test
    void an_unknown_field_does_no_harm() throws MalformedPayloadException {
        String frame = fixture("trade.json")
                .replace(tradeStart(), tradeStart() + "\"zz_new\":{\"a\":[1,{\"p\":\"x\"}]},\"zz_other\":null,");

        assertThat(read(frame).trades).containsExactly(expectedTrade());
    }

    @Test
    void an_unknown_side_is_unknown() throws MalformedPayloadException {
        HeardFrames heard = read(replaced(sideText(), unknownSideText()));

        assertThat(heard.trades).extracting(VenueTrade::side).containsExactly(TakerSide.UNKNOWN);
        assertThat(heard.trades)
                .extracting(VenueTrade::price)
                .containsExactly(expectedTrade().price());
    }

    @Test
    void an_empty_price_is_a_bad_number() {
        assertThat(failureOf(replaced(priceText(), "\"\""))).isEqualTo(Code.BAD_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1.5", "0", "0.000", "1e999", "1e-999", "1e99999999999", "9e41"})
    void a_price_that_cannot_be_is_a_bad_number(String number) {
        assertThat(failureOf(replaced(priceText(), quotedLike(number)))).isEqualTo(Code.BAD_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "NaN", "Infinity", "1,5", " 1", "0x10", "١٢", "1.5f"})
    void a_price_that_is_no_number_is_a_bad_number(String text) {
        assertThat(failureOf(replaced(priceText(), '"' + text + '"'))).isEqualTo(Code.BAD_NUMBER);
    }

    @Test
    void a_price_of_ten_thousand_digits_is_refused() {
        assertThat(failureOf(replaced(priceText(), quotedLike(HUGE)))).isIn(Code.BAD_NUMBER, Code.OVERSIZED);
    }

    @Test
    void a_price_given_as_null_is_missing() {
        assertThat(failureOf(replaced(priceText(), "null"))).isEqualTo(Code.MISSING_FIELD);
    }

    @Test
    void a_trade_without_an_id_is_refused() {
        assertThat(failureOf(replaced(idField(), ""))).isEqualTo(Code.MISSING_FIELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"soon\"", "\"\"", "0", "-5", "99999999999999999999", "1e300", "\"2023-02-31T00:00:00Z\""})
    void a_time_that_cannot_be_is_a_bad_time(String time) {
        assertThat(failureOf(replaced(timeText(), time))).isEqualTo(Code.BAD_TIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[", "{\"a\":", "nonsense", "\u0000", "{}x", "[1,2", "\"text", "{\"a\":1}{", "{'a':1}"})
    void garbage_is_malformed(String garbage) {
        assertThat(failureOf(garbage)).isEqualTo(Code.MALFORMED_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"hello\":\"world\"}", "{\"zz\":[1,2,{\"a\":null}]}"})
    void a_frame_of_an_unknown_kind_is_ignored_or_refused(String frame) {
        HeardFrames heard = new HeardFrames();
        MalformedPayloadException failure =
                catchThrowableOfType(MalformedPayloadException.class, () -> adapter.readFrame(frame, heard));

        assertThat(failure != null ? 1 : heard.ignored.size()).isEqualTo(1);
        assertThat(heard.trades).isEmpty();
        assertThat(heard.quotes).isEmpty();
    }

    @Test
    void deep_nesting_is_refused() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        assertThat(failureOf(deep)).isIn(Code.OVERSIZED, Code.MALFORMED_JSON);
        assertThat(failureOf(fixture("trade.json").replace(tradeStart(), tradeStart() + "\"zz\":" + deep + ",")))
                .isEqualTo(Code.OVERSIZED);
    }

    @Test
    void a_frame_cut_anywhere_is_refused() {
        String frame = fixture("trade.json");
        for (int end = 0; end < frame.length(); end++) {
            String cut = frame.substring(0, end);
            assertThat(failureOf(cut)).as(cut).isEqualTo(Code.MALFORMED_JSON);
        }
    }

    @Test
    void the_order_of_fields_does_not_matter() throws MalformedPayloadException {
        assertThat(read(FieldOrder.reversed(fixture("trade.json"))).trades).containsExactly(expectedTrade());
        assertThat(read(FieldOrder.reversed(fixture("quote.json"))).quotes).containsExactly(expectedQuote());
    }

    @Test
    void a_confirmation_names_its_stream() throws MalformedPayloadException {
        assertThat(read(fixture("confirmation.json")).subscribed).contains(confirmed());
    }

    @Test
    void subscriptions_are_cut_to_the_venues_limit() {
        List<StreamKey> streams = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            IntStream.range(0, adapter.limits().streamsPerMessage() + 3)
                    .mapToObj(i -> new StreamKey(channel, symbol(i)))
                    .forEach(streams::add);
        }

        for (Collection<String> frames :
                List.of(adapter.subscribeFrames(streams), adapter.unsubscribeFrames(streams))) {
            Set<String> named = streams.stream()
                    .filter(stream -> frames.stream()
                                    .filter(frame -> names(frame, stream))
                                    .count()
                            == 1)
                    .map(StreamKey::toString)
                    .collect(Collectors.toSet());
            assertThat(named).hasSize(streams.size());
            assertThat(frames).allSatisfy(frame -> assertThat(streams.stream().filter(stream -> names(frame, stream)))
                    .hasSizeLessThanOrEqualTo(adapter.limits().streamsPerMessage()));
        }
        assertThat(adapter.subscribeFrames(List.of())).isEmpty();
        assertThat(adapter.unsubscribeFrames(List.of())).isEmpty();
    }

    /** A symbol in the venue's form; none is another's beginning. */
    protected abstract String symbol(int number);

    @Test
    void listings_are_read_exactly() throws MalformedPayloadException {
        assertThat(adapter.readListings(fixture("listings.json"))).isEqualTo(expectedListings());
    }

    @Test
    void trades_over_rest_are_read_oldest_first_and_only_those_not_seen() throws MalformedPayloadException {
        List<VenueTrade> expected = expectedPage();
        VenueTrade oldest = expected.getFirst();
        TradeRange all = range(null, OptionalLong.empty(), oldest.eventTimeUs());
        TradeRange rest = range(oldest.tradeId(), oldest.sequence(), oldest.eventTimeUs());
        RestRequest request = pageRequest(all);

        assertThat(adapter.readTrades(fixture("trades.json"), all, request).trades())
                .isEqualTo(expected);
        TradePage page = adapter.readTrades(fixture("trades.json"), rest, request);
        assertThat(page.trades()).isEqualTo(expected.subList(1, expected.size()));
        assertThat(page.next()).isEmpty();
        assertThat(page.truncated()).isFalse();
    }

    /** The request whose answer the fixture is. */
    protected RestRequest pageRequest(TradeRange range) {
        return adapter.tradesRequest(range);
    }

    protected TradeRange range(@Nullable String afterTradeId, OptionalLong afterSequence, long fromUs) {
        return new TradeRange(market(), afterTradeId, afterSequence, fromUs, 4_000_000_000_000_000L);
    }

    @Test
    void candles_are_read_exactly_and_oldest_first() throws MalformedPayloadException {
        assertThat(adapter.readCandles(fixture("candles.json"), market(), Interval.M1))
                .isEqualTo(expectedBars());
    }

    @Test
    void every_native_interval_has_a_request() {
        for (Interval interval : adapter.candleIntervals()) {
            long to = interval.openOf(1_700_000_000_000_000L);
            RestRequest request = adapter.candlesRequest(
                    market(), interval, to - interval.micros() * adapter.candlesPerRequest(), to);
            assertThat(request.pathAndQuery()).startsWith("/").contains("?");
            assertThat(request.weight()).isPositive();
        }
    }

    @Test
    void a_refusal_over_rest_is_no_data() {
        String refusal = fixture("rest-refusal.json");
        TradeRange range = range(null, OptionalLong.empty(), 0);

        assertThat(failureOf(() -> adapter.readTrades(refusal, range, adapter.tradesRequest(range))))
                .isEqualTo(Code.UNKNOWN_MARKET);
        assertThat(failureOf(() -> adapter.readCandles(refusal, market(), Interval.M1)))
                .isEqualTo(Code.UNKNOWN_MARKET);
        assertThat(failureOf(() -> adapter.readListings(refusal))).isEqualTo(Code.UNKNOWN_MARKET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>502 Bad Gateway</html>", "{\"", "[[[", "5"})
    void an_answer_that_is_no_json_is_malformed(String body) {
        TradeRange range = range(null, OptionalLong.empty(), 0);

        assertThat(failureOf(() -> adapter.readTrades(body, range, adapter.tradesRequest(range))))
                .isEqualTo(Code.MALFORMED_JSON);
        assertThat(failureOf(() -> adapter.readCandles(body, market(), Interval.M1)))
                .isEqualTo(Code.MALFORMED_JSON);
        assertThat(failureOf(() -> adapter.readListings(body))).isEqualTo(Code.MALFORMED_JSON);
    }

    @Test
    void its_own_frames_are_recognised_and_no_other_venue_claims_them() {
        for (String name : List.of("trade.json", "quote.json")) {
            assertThat(adapter.recognisesFrame(fixture(name))).as(name).isTrue();
            assertThat(VenueAdapters.all().stream()
                            .filter(other -> other.recognisesFrame(fixture(name)))
                            .map(VenueAdapter::venue))
                    .containsExactly(venue);
        }
        assertThat(adapter.recognisesFrame("{\"result\":null,\"id\":1}")).isFalse();
        assertThat(adapter.recognisesFrame("not json")).isFalse();
        assertThat(adapter.recognisesFrame("[1,2]")).isFalse();
    }

    @Test
    void its_own_addresses_are_recognised() {
        for (Channel channel : Channel.values()) {
            assertThat(adapter.recognise(adapter.webSocketAddress(adapter.webSocketBase(), channel)))
                    .isEqualTo(VenueAdapter.Recognition.STREAM);
        }
        assertThat(kindOf(adapter.listingsRequest())).isEqualTo(VenueAdapter.Recognition.LISTINGS);
        assertThat(kindOf(adapter.tradesRequest(range(null, OptionalLong.empty(), 0))))
                .isEqualTo(VenueAdapter.Recognition.TRADES);
        assertThat(kindOf(adapter.candlesRequest(market(), Interval.M1, 60_000_000, 120_000_000)))
                .isEqualTo(VenueAdapter.Recognition.CANDLES);
    }

    private VenueAdapter.Recognition kindOf(RestRequest request) {
        return adapter.recognise(URI.create(adapter.restBase() + request.pathAndQuery()));
    }

    @Test
    void its_market_is_found_from_the_symbol_alone() {
        Listing expected = market();

        assertThat(adapter.listingOf(
                        expected.symbol(),
                        code -> code.equals(expected.baseAsset()) || code.equals(expected.quoteAsset())))
                .hasValueSatisfying(listing -> {
                    assertThat(listing.symbol()).isEqualTo(expected.symbol());
                    assertThat(listing.baseAsset()).isEqualTo(expected.baseAsset());
                    assertThat(listing.quoteAsset()).isEqualTo(expected.quoteAsset());
                });
    }

    @Test
    void each_fixture_names_its_document() {
        assertThat(fixture("metadata.json")).contains("\"origin\"", "\"documents\"", "https://");
    }

    protected HeardFrames read(String frame) throws MalformedPayloadException {
        HeardFrames heard = new HeardFrames();
        adapter.readFrame(frame, heard);
        return heard;
    }

    protected String fixture(String name) {
        return load(venue, name);
    }

    /** A fixture's text without its last line break. */
    public static String load(String venue, String name) {
        String path = "/venues/" + venue + "/" + name;
        try (InputStream in = VenueAdapterContractTest.class.getResourceAsStream(path)) {
            assertThat(in).as(path).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected Code failureOf(String frame) {
        return failureOf(() -> read(frame));
    }

    protected static Code failureOf(ThrowingCallable call) {
        MalformedPayloadException failure = catchThrowableOfType(MalformedPayloadException.class, call);
        assertThat(failure).as("a failure").isNotNull();
        return failure.code();
    }

    private String replaced(String part, String by) {
        String frame = fixture("trade.json");
        assertThat(frame).contains(part);
        return frame.replace(part, by);
    }

    private String quotedLike(String number) {
        return priceText().startsWith("\"") ? '"' + number + '"' : number;
    }

    protected static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
