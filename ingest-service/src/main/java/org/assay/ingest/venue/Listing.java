package org.assay.ingest.venue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A spot market as a venue lists it.
 *
 * @param symbol the market's name on the trade stream and in our API, for instance {@code ETHUSDT}, {@code BTC-USD},
 *     {@code BTC/USD}
 * @param baseAsset the venue's code of what is traded
 * @param quoteAsset the venue's code of what it is priced in
 * @param restSymbol the market's name over REST; the same as {@code symbol} at most venues
 * @param status whether trading is on
 * @param priceIncrement smallest price step; null where the venue does not say
 * @param amountIncrement smallest amount step; null where the venue does not say
 */
public record Listing(
        String symbol,
        String baseAsset,
        String quoteAsset,
        String restSymbol,
        Status status,
        @Nullable BigDecimal priceIncrement,
        @Nullable BigDecimal amountIncrement) {

    /** Whether a market can be traded now. A status word we do not know counts as halted. */
    public enum Status {
        TRADING,
        HALTED
    }
}
