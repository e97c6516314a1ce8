package org.assay.ingest.venue;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Best bid and offer of a market. An empty side of the book is null.
 *
 * @param eventTimeUs the venue's time in microseconds since the epoch, where it gives one
 */
public record VenueQuote(
        String symbol,
        @Nullable BigDecimal bidPrice,
        @Nullable BigDecimal bidAmount,
        @Nullable BigDecimal askPrice,
        @Nullable BigDecimal askAmount,
        OptionalLong eventTimeUs) {}
