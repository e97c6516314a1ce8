package org.assay.ingest;

import java.util.Collection;
import java.util.List;
import org.assay.ingest.market.ListingBook;
import org.assay.ingest.market.MarketLookup;
import org.assay.ingest.market.VenueMarket;
import org.jspecify.annotations.Nullable;

/** The markets of a venue whose listing book is made after the worker that looks into it. */
final class LateListingBook implements MarketLookup {

    private volatile @Nullable ListingBook book;

    void become(ListingBook known) {
        book = known;
    }

    @Override
    public @Nullable VenueMarket find(String symbol) {
        ListingBook known = book;
        return known == null ? null : known.find(symbol);
    }

    @Override
    public Collection<VenueMarket> streamed() {
        ListingBook known = book;
        return known == null ? List.of() : known.streamed();
    }
}
