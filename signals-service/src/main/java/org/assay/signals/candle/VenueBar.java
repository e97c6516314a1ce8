package org.assay.signals.candle;

import java.math.BigDecimal;
import org.assay.events.v1.VenueCandle;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a venue's own candle.
 *
 * @param volume in base units
 * @param quoteVolume in quote units; null where the venue does not say
 * @param trades {@link Bucket#UNKNOWN_TRADES} where the venue does not say
 */
public record VenueBar(
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume,
        @Nullable BigDecimal quoteVolume,
        long trades) {

    /**
     * Reads the numbers of a candle.
     *
     * @throws NumberFormatException when a number cannot be read
     * @throws IllegalArgumentException when the numbers contradict each other
     */
    public static VenueBar of(VenueCandle candle) {
        VenueBar bar = new VenueBar(
                ExactDecimal.parse(candle.getOpen()),
                ExactDecimal.parse(candle.getHigh()),
                ExactDecimal.parse(candle.getLow()),
                ExactDecimal.parse(candle.getClose()),
                ExactDecimal.parse(candle.getVolume()),
                candle.getQuoteVolume().isEmpty() ? null : ExactDecimal.parse(candle.getQuoteVolume()),
                candle.hasTrades() ? candle.getTrades() : Bucket.UNKNOWN_TRADES);
        boolean ordered = bar.low.signum() > 0
                && bar.low.compareTo(bar.open.min(bar.close)) <= 0
                && bar.high.compareTo(bar.open.max(bar.close)) >= 0;
        if (!ordered || bar.volume.signum() < 0) {
            throw new IllegalArgumentException("low <= open, close <= high and volume >= 0 do not hold");
        }
        return bar;
    }
}
