package org.assay.ingest.venue.kraken;

import java.util.Optional;
import org.assay.ingest.venue.Listing;
import org.assay.ingest.venue.wire.WireSymbols;

/**
 * Kraken writes bitcoin XBT and dogecoin XDG over REST, and BTC and DOGE over WebSocket v2 ("Websockets v2 / Introduction").
 * Our symbols are those of v2.
 */
final class KrakenSymbols {

    private KrakenSymbols() {}

    /** A pair as REST names it in {@code wsname}, in the spelling of v2. */
    static Optional<Listing> ofRestName(String name) {
        return WireSymbols.splitAt(name, '/').map(split -> {
            String base = asset(split.baseAsset());
            String quote = asset(split.quoteAsset());
            return WireSymbols.listing(base + "/" + quote, base, quote, name);
        });
    }

    /** A pair of which only the v2 symbol is known. REST takes the name without its slash. */
    static Optional<Listing> listingOf(String symbol) {
        return WireSymbols.splitAt(symbol, '/')
                .map(split ->
                        WireSymbols.listing(symbol, split.baseAsset(), split.quoteAsset(), symbol.replace("/", "")));
    }

    private static String asset(String code) {
        return switch (code) {
            case "XBT" -> "BTC";
            case "XDG" -> "DOGE";
            default -> code;
        };
    }
}
