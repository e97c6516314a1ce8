package org.assay.ingest.gap;

import org.assay.events.v1.Gap;
import org.assay.ingest.market.VenueMarket;

/** Where gaps are written down. */
@FunctionalInterface
public interface GapJournal {

    /** Publishes the gap as it is now; {@code onSafe} runs, on any thread, when that cannot be lost any more. */
    void write(VenueMarket market, Gap gap, Runnable onSafe);
}
