package org.assay.ingest.market;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The markets of one venue. */
public interface MarketLookup {

    /** The market with this symbol on the stream; null when it is not known. */
    @Nullable
    VenueMarket find(String symbol);

    /** The markets whose trades are streamed, in a stable order. */
    Collection<VenueMarket> streamed();
}
