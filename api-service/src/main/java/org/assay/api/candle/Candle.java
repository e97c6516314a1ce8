package org.assay.api.candle;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.assay.api.sql.Columns;
import org.jspecify.annotations.Nullable;

/** The newest version of one candle; decimals are exact. */
@Introspected
@Schema(name = "Candle", description = "The newest version of one candle.")
public record Candle(
        @Schema(description = "Begin of the half-open interval, UTC.", example = "2026-11-21T12:00:00Z")
        Instant openTime,

        @Schema(
                description = "First price; null where the interval has no price at all.",
                implementation = String.class,
                format = "decimal",
                example = "2801.10",
                nullable = true)
        @Nullable
        String open,

        @Schema(
                description = "Highest price.",
                implementation = String.class,
                format = "decimal",
                example = "2810.00",
                nullable = true)
        @Nullable
        String high,

        @Schema(
                description = "Lowest price.",
                implementation = String.class,
                format = "decimal",
                example = "2799.50",
                nullable = true)
        @Nullable
        String low,

        @Schema(
                description = "Last price.",
                implementation = String.class,
                format = "decimal",
                example = "2807.31",
                nullable = true)
        @Nullable
        String close,

        @Schema(
                description = "Traded amount in units of the base token.",
                implementation = String.class,
                format = "decimal",
                example = "153.2071")
        String volume,

        @Schema(
                description = "Traded amount in units of the quote (USD for a token); null where it is not known.",
                implementation = String.class,
                format = "decimal",
                example = "429811.02",
                nullable = true)
        @Nullable
        String quoteVolume,

        @Schema(
                description = "Number of trades; 0 in a quiet interval, null where the venue's candle does not say.",
                example = "211",
                nullable = true)
        @Nullable
        Long trades,

        @Schema(description = "Whether the interval is over and its candle was issued.", example = "true")
        boolean closed,

        @Schema(description = "Whether the interval was watched throughout and no gap is open in it.", example = "true")
        boolean complete,

        @Schema(description = "0 until closed, 1 when first closed, one more with each amendment.", example = "1")
        int revision,

        @Schema(
                description = "What it is made of: our trades, the venue's own candle, or both.",
                type = "string",
                allowableValues = {"trades", "venue", "mixed"},
                example = "trades")
        String source) {

    static Candle read(Columns row) {
        return new Candle(
                row.time("open_time"),
                row.decimalOrNull("open"),
                row.decimalOrNull("high"),
                row.decimalOrNull("low"),
                row.decimalOrNull("close"),
                row.decimal("volume"),
                row.decimalOrNull("quote_volume"),
                row.bigintOrNull("trades"),
                row.flag("closed"),
                row.flag("complete"),
                row.integer("revision"),
                row.text("source"));
    }
}
