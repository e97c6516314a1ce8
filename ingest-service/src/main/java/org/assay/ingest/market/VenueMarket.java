package org.assay.ingest.market;

import org.assay.events.v1.Market;
import org.assay.ingest.venue.Listing;

/**
 * A market of a venue, tied to the directory's tokens as far as they are known.
 *
 * @param listing as the venue lists it
 * @param market as it stands in records
 * @param key of its records in Kafka: the base token's id, or {@code venue:symbol} where that is unknown
 * @param partition of its records in the market-data topics
 * @param conversion whether both its assets are ones that other markets are quoted in
 * @param unresolvedReason empty when both assets are known, else one of the codes of an instrument record
 */
public record VenueMarket(
        Listing listing, Market market, String key, int partition, boolean conversion, String unresolvedReason) {

    public String venue() {
        return market.getVenue();
    }

    public String symbol() {
        return listing.symbol();
    }

    /** The market's id over all venues, for instance {@code binance:ETHUSDT}. */
    public String id() {
        return venue() + ":" + symbol();
    }
}
