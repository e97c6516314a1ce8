package org.assay.ingest.venue;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.assay.events.candle.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A candle as a venue reports it over REST.
 *
 * @param openTimeUs the interval's start, microseconds since the epoch
 * @param volume in base units
 * @param quoteVolume in quote units; null where the venue does not say
 * @param trades where the venue says
 */
public record VenueBar(
        String symbol,
        Interval interval,
        long openTimeUs,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume,
        @Nullable BigDecimal quoteVolume,
        OptionalLong trades) {}
