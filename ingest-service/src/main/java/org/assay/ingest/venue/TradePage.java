package org.assay.ingest.venue;

import java.util.List;
import java.util.Optional;

/**
 * One answer of a venue's trade history.
 *
 * @param trades oldest first
 * @param next the request that continues towards the wanted trades; empty when the venue has no more
 * @param truncated whether trades between the wanted start and the oldest one here exist but cannot be had
 */
public record TradePage(List<VenueTrade> trades, Optional<RestRequest> next, boolean truncated) {

    public TradePage {
        trades = List.copyOf(trades);
    }
}
