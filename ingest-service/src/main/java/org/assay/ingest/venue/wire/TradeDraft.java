package org.assay.ingest.venue.wire;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.MalformedPayloadException.Code;
import org.assay.ingest.venue.VenueTrade;
import org.assay.ingest.venue.VenueTrade.TakerSide;
import org.jspecify.annotations.Nullable;

/** A trade whose fields arrive in any order. Holds no half-read trade: {@link #toTrade} insists on every field. */
public final class TradeDraft {

    private static final int LONGEST_ID = 64;
    private static final long NONE = -1;

    private @Nullable String symbol;
    private @Nullable String id;
    private long sequence = NONE;
    private @Nullable BigDecimal price;
    private @Nullable BigDecimal amount;
    private TakerSide side = TakerSide.UNKNOWN;
    private long timeUs = NONE;
    private int executions = 1;

    public void symbol(String value) {
        symbol = value;
    }

    /** An id that is a number: it becomes the sequence too. */
    public void numericId(String text, String field) throws MalformedPayloadException {
        sequence = WireNumbers.integer(text, field);
        id = Long.toString(sequence);
    }

    /** An id of any form; the sequence as well when it is a number. */
    public void opaqueId(String text, String field) throws MalformedPayloadException {
        if (text.isBlank()) {
            throw new MalformedPayloadException(Code.MISSING_FIELD, field + " is empty");
        }
        if (text.length() > LONGEST_ID) {
            throw new MalformedPayloadException(Code.OVERSIZED, field + " is longer than an id can be");
        }
        id = text;
        sequence = WireNumbers.isDigits(text) ? sequenceOf(text) : NONE;
    }

    /** Nineteen digits may be too many for a sequence, though not for an id. */
    private static long sequenceOf(String text) {
        return text.length() < 19 || text.compareTo(Long.toString(Long.MAX_VALUE)) <= 0 ? Long.parseLong(text) : NONE;
    }

    public void price(String text, String field) throws MalformedPayloadException {
        price = WireNumbers.positive(text, field);
    }

    public void amount(String text, String field) throws MalformedPayloadException {
        amount = WireNumbers.positive(text, field);
    }

    public void side(TakerSide value) {
        side = value;
    }

    /** The taker's side where {@code buy} and {@code sell} say it, in any case; another word is unknown. */
    public void takerSide(String word) {
        side = sideOf(word, TakerSide.BUY, TakerSide.SELL);
    }

    /** The taker's side where {@code buy} and {@code sell} name the maker's. */
    public void makerSide(String word) {
        side = sideOf(word, TakerSide.SELL, TakerSide.BUY);
    }

    /** Microseconds since the epoch. */
    public void timeUs(long value) {
        timeUs = value;
    }

    public void executions(int value) {
        executions = value;
    }

    /**
     * The trade.
     *
     * @throws MalformedPayloadException {@link Code#MISSING_FIELD} when a field has not been given
     */
    public VenueTrade toTrade() throws MalformedPayloadException {
        if (timeUs == NONE) {
            throw missing("time");
        }
        return new VenueTrade(
                required(symbol, "symbol"),
                required(id, "trade id"),
                sequence == NONE ? OptionalLong.empty() : OptionalLong.of(sequence),
                required(price, "price"),
                required(amount, "amount"),
                side,
                timeUs,
                executions);
    }

    private static TakerSide sideOf(String word, TakerSide ifBuy, TakerSide ifSell) {
        if (word.equalsIgnoreCase("buy")) {
            return ifBuy;
        }
        return word.equalsIgnoreCase("sell") ? ifSell : TakerSide.UNKNOWN;
    }

    private static <T> T required(@Nullable T value, String field) throws MalformedPayloadException {
        if (value == null) {
            throw missing(field);
        }
        return value;
    }

    private static MalformedPayloadException missing(String field) {
        return new MalformedPayloadException(Code.MISSING_FIELD, "The trade has no " + field);
    }
}
