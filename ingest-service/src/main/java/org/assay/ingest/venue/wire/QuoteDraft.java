package org.assay.ingest.venue.wire;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.MalformedPayloadException.Code;
import org.assay.ingest.venue.VenueQuote;
import org.jspecify.annotations.Nullable;

/** A quote whose fields arrive in any order. A side of price zero, or with none, is an empty side. */
public final class QuoteDraft {

    private @Nullable String symbol;
    private @Nullable BigDecimal bidPrice;
    private @Nullable BigDecimal bidAmount;
    private @Nullable BigDecimal askPrice;
    private @Nullable BigDecimal askAmount;
    private OptionalLong timeUs = OptionalLong.empty();

    public void symbol(String value) {
        symbol = value;
    }

    public void bidPrice(String text, String field) throws MalformedPayloadException {
        bidPrice = orNothing(text, field);
    }

    public void bidAmount(String text, String field) throws MalformedPayloadException {
        bidAmount = orNothing(text, field);
    }

    public void askPrice(String text, String field) throws MalformedPayloadException {
        askPrice = orNothing(text, field);
    }

    public void askAmount(String text, String field) throws MalformedPayloadException {
        askAmount = orNothing(text, field);
    }

    /** Reads a level written as {@code [price, amount, ...]}. */
    public void bidLevel(WireReader in) throws MalformedPayloadException {
        in.array((index, level) -> {
            if (index == 0) {
                bidPrice(level.text("bid price"), "bid price");
            } else if (index == 1) {
                bidAmount(level.text("bid amount"), "bid amount");
            }
        });
    }

    /** Reads a level written as {@code [price, amount, ...]}. */
    public void askLevel(WireReader in) throws MalformedPayloadException {
        in.array((index, level) -> {
            if (index == 0) {
                askPrice(level.text("ask price"), "ask price");
            } else if (index == 1) {
                askAmount(level.text("ask amount"), "ask amount");
            }
        });
    }

    /** Microseconds since the epoch. */
    public void timeUs(long value) {
        timeUs = OptionalLong.of(value);
    }

    public boolean hasBid() {
        return bidPrice != null;
    }

    public boolean hasAsk() {
        return askPrice != null;
    }

    public boolean hasBothSides() {
        return hasBid() && hasAsk();
    }

    /**
     * The quote.
     *
     * @throws MalformedPayloadException {@link Code#MISSING_FIELD} without a symbol
     */
    public VenueQuote toQuote() throws MalformedPayloadException {
        String market = symbol;
        if (market == null) {
            throw new MalformedPayloadException(Code.MISSING_FIELD, "The quote has no symbol");
        }
        return new VenueQuote(
                market,
                bidPrice,
                bidPrice == null ? null : bidAmount,
                askPrice,
                askPrice == null ? null : askAmount,
                timeUs);
    }

    private static @Nullable BigDecimal orNothing(String text, String field) throws MalformedPayloadException {
        if (text.isEmpty()) {
            return null;
        }
        BigDecimal number = WireNumbers.notNegative(text, field);
        return number.signum() == 0 ? null : number;
    }
}
