package org.assay.ingest.venue;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The trades that are wanted from a venue's history: after the last one seen, up to a time.
 *
 * @param market the listing
 * @param afterTradeId the last trade seen; null when none is known
 * @param afterSequence the same as a number, where ids are numeric
 * @param fromUs its time: the start of the range, inclusive, microseconds since the epoch
 * @param toUs the end, exclusive
 */
public record TradeRange(
        Listing market, @Nullable String afterTradeId, OptionalLong afterSequence, long fromUs, long toUs) {}
