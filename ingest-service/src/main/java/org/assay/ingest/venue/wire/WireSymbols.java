package org.assay.ingest.venue.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.ingest.venue.Listing;
import org.assay.ingest.venue.VenueAdapter.AssetCodes;

/** Makes a listing out of a market's symbol alone. */
public final class WireSymbols {

    private WireSymbols() {}

    /** Splits a symbol without a separator, where both parts are known in exactly one way. */
    public static Optional<Listing> split(String symbol, AssetCodes codes) {
        List<Listing> ways = new ArrayList<>();
        for (int end = 1; end < symbol.length(); end++) {
            String base = symbol.substring(0, end);
            String quote = symbol.substring(end);
            if (codes.isKnown(quote) && codes.isKnown(base)) {
                ways.add(listing(symbol, base, quote, symbol));
            }
        }
        return ways.size() == 1 ? Optional.of(ways.getFirst()) : Optional.empty();
    }

    /** Splits a symbol at its only separator; the codes need not be known. */
    public static Optional<Listing> splitAt(String symbol, char separator) {
        int at = symbol.indexOf(separator);
        if (at <= 0 || at == symbol.length() - 1 || symbol.indexOf(separator, at + 1) >= 0) {
            return Optional.empty();
        }
        return Optional.of(listing(symbol, symbol.substring(0, at), symbol.substring(at + 1), symbol));
    }

    /** A listing of which nothing but the names is known. */
    public static Listing listing(String symbol, String base, String quote, String restSymbol) {
        return new Listing(symbol, base, quote, restSymbol, Listing.Status.TRADING, null, null);
    }
}
