package org.assay.ingest.venue.wire;

import java.math.BigDecimal;
import org.assay.ingest.venue.Listing;
import org.assay.ingest.venue.Listing.Status;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.MalformedPayloadException.Code;
import org.jspecify.annotations.Nullable;

/** A listing whose fields arrive in any order. Halted until a status says otherwise. */
public final class ListingDraft {

    private @Nullable String symbol;
    private @Nullable String baseAsset;
    private @Nullable String quoteAsset;
    private @Nullable String restSymbol;
    private Status status = Status.HALTED;
    private @Nullable BigDecimal priceIncrement;
    private @Nullable BigDecimal amountIncrement;

    public void symbol(String value) {
        symbol = value;
    }

    public void baseAsset(String value) {
        baseAsset = value;
    }

    public void quoteAsset(String value) {
        quoteAsset = value;
    }

    /** Where it differs from the symbol. */
    public void restSymbol(String value) {
        restSymbol = value;
    }

    public void status(Status value) {
        status = value;
    }

    /** A step of zero, or none, is unknown. */
    public void priceIncrement(WireReader in, String field) throws MalformedPayloadException {
        priceIncrement = step(in, field);
    }

    public void amountIncrement(WireReader in, String field) throws MalformedPayloadException {
        amountIncrement = step(in, field);
    }

    public void amountIncrementIfNone(WireReader in, String field) throws MalformedPayloadException {
        if (amountIncrement == null) {
            amountIncrement = step(in, field);
        }
    }

    /** A step given as a number of decimals. */
    public void amountDecimals(WireReader in, String field) throws MalformedPayloadException {
        amountIncrement = ofDecimals(in, field);
    }

    /** A step given as a number of decimals; an exact step, where there is one, stands. */
    public void priceDecimals(WireReader in, String field) throws MalformedPayloadException {
        if (priceIncrement == null) {
            priceIncrement = ofDecimals(in, field);
        }
    }

    /**
     * The listing.
     *
     * @throws MalformedPayloadException {@link Code#MISSING_FIELD} without a symbol or an asset
     */
    public Listing toListing() throws MalformedPayloadException {
        String name = required(symbol, "symbol");
        return new Listing(
                name,
                required(baseAsset, "base asset"),
                required(quoteAsset, "quote asset"),
                restSymbol == null ? name : restSymbol,
                status,
                priceIncrement,
                amountIncrement);
    }

    private static @Nullable BigDecimal step(WireReader in, String field) throws MalformedPayloadException {
        if (in.atNothing()) {
            return null;
        }
        BigDecimal number = WireNumbers.notNegative(in.text(field), field);
        return number.signum() == 0 ? null : number;
    }

    private static BigDecimal ofDecimals(WireReader in, String field) throws MalformedPayloadException {
        long decimals = in.integer(field);
        if (decimals > 30) {
            throw new MalformedPayloadException(Code.BAD_NUMBER, field + " is " + decimals);
        }
        return BigDecimal.ONE.movePointLeft((int) decimals);
    }

    private static String required(@Nullable String value, String field) throws MalformedPayloadException {
        if (value == null) {
            throw new MalformedPayloadException(Code.MISSING_FIELD, "The listing has no " + field);
        }
        return value;
    }
}
