package org.assay.ingest.venue;

import java.util.List;
import java.util.Optional;

/**
 * One answer of a venue's trade history. Pages come oldest first or newest first, as the venue's paging goes; a page may
 * hold trades at or after the end of the range, and never one that is known to have been seen.
 *
 * @param trades oldest first within the page
 * @param next the request that continues towards the wanted trades; empty when the venue has no more
 * @param truncated whether trades between the wanted start and the oldest one here exist but cannot be had
 */
public record TradePage(List<VenueTrade> trades, Optional<RestRequest> next, boolean truncated) {

    public TradePage {
        trades = List.copyOf(trades);
    }
}
