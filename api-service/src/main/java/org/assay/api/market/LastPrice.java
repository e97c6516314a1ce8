package org.assay.api.market;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import org.assay.events.candle.Interval;
import org.assay.events.v1.Candle;

/** The price of a market's last trade, in units of its quote asset. */
@Introspected
@Schema(name = "LastPrice", description = "The price of a market's last trade, in units of its quote asset.")
public record LastPrice(
        @Schema(implementation = String.class, format = "decimal", example = "84103.2")
        String price,

        @Schema(
                description = "Until when it is known to have been the last: the end of the market's newest minute, or"
                        + " when that minute was last computed while it is not over.",
                example = "2026-11-21T12:00:00.125Z")
        Instant asOf,

        @Schema(description = "Milliseconds from as_of to this answer.", example = "240")
        long ageMs,

        @Schema(description = "True when older than three minutes.", example = "false")
        boolean stale) {

    private static final Duration STALE_AFTER = Duration.ofMinutes(3);

    /** @param minute has a close */
    static LastPrice of(Candle minute, Instant now) {
        long endUs = minute.getOpenTimeUs() + Interval.M1.micros();
        Instant asOf = Micros.toInstant(Math.min(endUs, minute.getKnownAtUs()));
        Duration age = Duration.between(asOf, now);
        return new LastPrice(minute.getClose(), asOf, Math.max(0, age.toMillis()), age.compareTo(STALE_AFTER) > 0);
    }

    LastPrice ageless() {
        return new LastPrice(price, asOf, 0, stale);
    }
}
