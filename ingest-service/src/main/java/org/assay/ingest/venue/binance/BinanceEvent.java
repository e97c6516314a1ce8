package org.assay.ingest.venue.binance;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.MalformedPayloadException.Code;
import org.assay.ingest.venue.VenueQuote;
import org.assay.ingest.venue.VenueTrade;
import org.assay.ingest.venue.VenueTrade.TakerSide;
import org.assay.ingest.venue.wire.WireNumbers;
import org.assay.ingest.venue.wire.WireReader;
import org.assay.ingest.venue.wire.WireTimes;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a trade, an aggregate trade or a book ticker. What a letter means depends on the event, whose name need
 * not come first ({@code a} is an aggregate's id, a seller's order id or an ask price), so texts are kept until the end.
 */
final class BinanceEvent {

    private @Nullable String event;
    private @Nullable String symbol;
    private @Nullable String tradeId;
    private @Nullable String price;
    private @Nullable String quantity;
    private @Nullable String time;
    private @Nullable String letterA;
    private @Nullable String capitalA;
    private @Nullable String letterB;
    private @Nullable String capitalB;
    private @Nullable String first;
    private @Nullable String last;
    private @Nullable TakerSide side;
    private boolean hasUpdateId;
    private boolean hasOrderType;

    /** REST answers leave the symbol out. */
    void symbol(String value) {
        symbol = value;
    }

    void field(String field, WireReader in) throws MalformedPayloadException {
        if (in.atObject() || in.atArray() || in.atNull()) {
            return;
        }
        switch (field) {
            case "e" -> event = in.text(field);
            case "s" -> symbol = in.text(field);
            case "t" -> tradeId = in.text(field);
            case "p" -> price = in.text(field);
            case "q" -> quantity = in.text(field);
            case "T" -> time = in.text(field);
            case "a" -> letterA = in.text(field);
            case "A" -> capitalA = in.text(field);
            case "b" -> letterB = in.text(field);
            case "B" -> capitalB = in.text(field);
            case "f" -> first = in.text(field);
            case "l" -> last = in.text(field);
            // The buyer was the maker, so the taker sold.
            case "m" -> side = in.isTrue() ? TakerSide.SELL : sideOfFalse(in.text(field));
            case "u" -> hasUpdateId = true;
            case "X" -> hasOrderType = true;
            default -> {}
        }
    }

    private static TakerSide sideOfFalse(String text) {
        return text.equals("false") ? TakerSide.BUY : TakerSide.UNKNOWN;
    }

    /** The event's name; a book ticker has none of its own. Empty when the frame is no event. */
    String kind(@Nullable String stream) {
        if (event != null) {
            return event;
        }
        int at = stream == null ? -1 : stream.indexOf('@');
        if (stream != null && at >= 0) {
            return stream.substring(at + 1);
        }
        return symbol != null && hasUpdateId && letterA != null && letterB != null ? "bookTicker" : "";
    }

    /** Futures trades carry the order's type {@code X}; spot trades do not. */
    boolean isDerivative() {
        return hasOrderType;
    }

    /** Futures book tickers have a transaction time; spot ones have no time at all. */
    boolean isDerivativeQuote() {
        return time != null && event != null;
    }

    VenueTrade trade() throws MalformedPayloadException {
        long id = WireNumbers.integer(required(tradeId, "t"), "t");
        return record(Long.toString(id), id, 1);
    }

    /**
     * Executions of one taker order at one price. Its id counts aggregates, which would collide with ids of trades, so it is
     * marked; its place in the sequence is that of its last trade.
     */
    VenueTrade aggregateTrade() throws MalformedPayloadException {
        long id = WireNumbers.integer(required(letterA, "a"), "a");
        long firstTrade = WireNumbers.integer(required(first, "f"), "f");
        long lastTrade = WireNumbers.integer(required(last, "l"), "l");
        long executions = lastTrade - firstTrade + 1;
        if (executions < 1 || executions > Integer.MAX_VALUE) {
            throw new MalformedPayloadException(Code.BAD_NUMBER, "f to l is " + firstTrade + " to " + lastTrade);
        }
        return record("a" + id, lastTrade, (int) executions);
    }

    private VenueTrade record(String id, long sequence, int executions) throws MalformedPayloadException {
        return new VenueTrade(
                required(symbol, "s"),
                id,
                OptionalLong.of(sequence),
                WireNumbers.positive(required(price, "p"), "p"),
                WireNumbers.positive(required(quantity, "q"), "q"),
                side == null ? TakerSide.UNKNOWN : side,
                WireTimes.ofEpoch(required(time, "T"), "T"),
                executions);
    }

    VenueQuote quote(OptionalLong timeUs) throws MalformedPayloadException {
        BigDecimal bid = level(letterB, "b");
        BigDecimal ask = level(letterA, "a");
        BigDecimal bidAmount = level(capitalB, "B");
        BigDecimal askAmount = level(capitalA, "A");
        return new VenueQuote(
                required(symbol, "s"),
                bid,
                bid == null ? null : bidAmount,
                ask,
                ask == null ? null : askAmount,
                timeUs);
    }

    private static @Nullable BigDecimal level(@Nullable String text, String field) throws MalformedPayloadException {
        BigDecimal number = WireNumbers.notNegative(required(text, field), field);
        return number.signum() == 0 ? null : number;
    }

    private static String required(@Nullable String value, String field) throws MalformedPayloadException {
        if (value == null) {
            throw new MalformedPayloadException(Code.MISSING_FIELD, "The event has no " + field);
        }
        return value;
    }
}
