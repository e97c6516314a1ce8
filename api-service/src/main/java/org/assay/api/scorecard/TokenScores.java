package org.assay.api.scorecard;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How following the daily signal of a token did; /v1/scorecard/trades has the trades. */
@Introspected
@Schema(
        name = "TokenScores",
        description = "How following the daily signal of a token did; /v1/scorecard/trades has the trades.")
public record TokenScores(
        @Schema(description = "Token id.", example = "ethereum")
        String token,

        @Schema(description = "UTC day at whose close holding begins.", format = "date", example = "2026-10-22")
        String from,

        @Schema(description = "UTC day of the last print.", format = "date", example = "2026-11-20")
        String to,

        @Schema(description = "Whether the token ended before the data did.", example = "false")
        boolean ended,

        @Schema(
                description = "Return of holding from the one to the other, without costs.",
                implementation = String.class,
                format = "decimal",
                example = "0.08")
        BigDecimal holding,

        @Schema(description = "One for each cost.") List<Strategy> strategies,

        @Schema(
                description = "Share of the trades with a gross return above 0; null without trades.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.5")
        @Nullable
        BigDecimal hitRate,

        @Schema(
                description = "Share of the days held long.",
                implementation = String.class,
                format = "decimal",
                example = "0.4")
        BigDecimal timeLong,

        @Schema(
                description = "Share of the days held short.",
                implementation = String.class,
                format = "decimal",
                example = "0.1")
        BigDecimal timeShort) {

    /** What following the signal made at one cost. */
    @Introspected
    @Schema(name = "TokenStrategy", description = "What following the signal made at one cost.")
    public record Strategy(
            @Schema(
                    description = "Of one way, in 0.01 %.",
                    implementation = String.class,
                    format = "decimal",
                    example = "10")
            BigDecimal costBasisPoints,

            @Schema(
                    description = "Compounded return of the long trades, in cash otherwise.",
                    implementation = String.class,
                    format = "decimal",
                    example = "0.12")
            BigDecimal longOnly,

            @Schema(
                    description = "Compounded return of all trades.",
                    implementation = String.class,
                    format = "decimal",
                    example = "0.15")
            BigDecimal longShort) {}
}
