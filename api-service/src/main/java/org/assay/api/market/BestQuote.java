package org.assay.api.market;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import org.assay.events.v1.Quote;

/** Best bid and offer of a market, in units of its quote asset. */
@Introspected
@Schema(name = "BestQuote", description = "Best bid and offer of a market, in units of its quote asset.")
public record BestQuote(
        @Schema(implementation = String.class, format = "decimal", example = "84103.2")
        String bidPrice,

        @Schema(implementation = String.class, format = "decimal", example = "0.51")
        String bidAmount,

        @Schema(implementation = String.class, format = "decimal", example = "84103.3")
        String askPrice,

        @Schema(implementation = String.class, format = "decimal", example = "1.2004")
        String askAmount,

        @Schema(description = "When the venue said so.", example = "2026-11-21T12:00:00.125Z")
        Instant asOf,

        @Schema(description = "Milliseconds from as_of to this answer.", example = "240")
        long ageMs,

        @Schema(description = "True when older than a minute.", example = "false")
        boolean stale) {

    private static final Duration STALE_AFTER = Duration.ofMinutes(1);

    static BestQuote of(Quote quote, Instant now) {
        Instant asOf = Micros.toInstant(quote.getEventTimeUs());
        Duration age = Duration.between(asOf, now);
        return new BestQuote(
                quote.getBidPrice(),
                quote.getBidAmount(),
                quote.getAskPrice(),
                quote.getAskAmount(),
                asOf,
                Math.max(0, age.toMillis()),
                age.compareTo(STALE_AFTER) > 0);
    }

    BestQuote ageless() {
        return new BestQuote(bidPrice, bidAmount, askPrice, askAmount, asOf, 0, stale);
    }
}
