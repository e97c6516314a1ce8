package org.assay.api.candle;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of candles of one series, and how fresh the series is. */
@Introspected
@Schema(name = "CandlePage", description = "A page of candles of one series, and how fresh the series is.")
public record CandlePage(
        @Schema(description = "In the order asked for.") List<Candle> data,

        @Schema(
                description = "Value of the parameter cursor for the next page; null on the last page.",
                nullable = true,
                example = "null")
        @Nullable
        String nextCursor,

        @Schema(description = "The token's or the market's id.", example = "ethereum")
        String series,

        @Schema(description = "Length of each candle.", example = "1h")
        String interval,

        @Schema(
                description = "What prices and quote volumes are in: USD for a token, the quote asset for a market.",
                example = "USD")
        String quote,

        @Schema(
                description = "When the newest candle of the series was last computed; null when it has none.",
                nullable = true,
                example = "2026-11-21T12:31:07.250Z")
        @Nullable
        Instant asOf,

        @Schema(description = "Milliseconds from as_of to this answer.", nullable = true, example = "412") @Nullable
        Long ageMs,

        @Schema(
                description =
                        "True when the series is not being continued: its newest minute is more than three minutes"
                                + " old, or it has none.",
                example = "false")
        boolean stale) {}
