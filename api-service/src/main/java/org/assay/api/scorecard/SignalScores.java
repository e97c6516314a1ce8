package org.assay.api.scorecard;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How following the daily signals of all tokens did; tokens that ended are in it. */
@Introspected
@Schema(
        name = "SignalScores",
        description = "How following the daily signals of all tokens did; tokens that ended are in it.")
public record SignalScores(
        @Schema(description = "The rules.") ScorecardSettings settings,

        @Schema(
                description = "First day whose signals were said within 24 hours of its end; null while there is none.",
                format = "date",
                nullable = true,
                example = "2026-11-20")
        @Nullable
        String saidWhenDueFrom,

        @Schema(description = "How many had a signal and a price after it.", example = "160")
        int tokens,

        @Schema(description = "How many of them ended.", example = "3")
        int ended,

        @Schema(description = "How many trades.", example = "412")
        int trades,

        @Schema(
                description = "Share of trades with a gross return above 0; null without trades.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.54")
        @Nullable
        BigDecimal hitRate,

        @Schema(
                description = "Mean return of holding, over tokens.",
                implementation = String.class,
                format = "decimal",
                example = "0.05")
        BigDecimal meanHolding,

        @Schema(
                description = "Median of the same.",
                implementation = String.class,
                format = "decimal",
                example = "0.04")
        BigDecimal medianHolding,

        @Schema(description = "One for each cost; empty without trades.")
        List<Cost> costs) {

    /** The results at one cost; means and medians count each token once. */
    @Introspected
    @Schema(
            name = "SignalScoresAtCost",
            description = "The results at one cost; means and medians count each token once.")
    public record Cost(
            @Schema(
                    description = "Of one way, in 0.01 %.",
                    implementation = String.class,
                    format = "decimal",
                    example = "10")
            BigDecimal costBasisPoints,

            @Schema(
                    description = "Mean net return of all trades.",
                    implementation = String.class,
                    format = "decimal",
                    example = "0.0978")
            BigDecimal meanTrade,

            @Schema(
                    description = "Mean compounded return of the long trades.",
                    implementation = String.class,
                    format = "decimal",
                    example = "0.0978")
            BigDecimal meanLongOnly,

            @Schema(
                    description = "Median of the same.",
                    implementation = String.class,
                    format = "decimal",
                    example = "0.0978")
            BigDecimal medianLongOnly,

            @Schema(
                    description = "Mean compounded return of all trades.",
                    implementation = String.class,
                    format = "decimal",
                    example = "0.0978")
            BigDecimal meanLongShort,

            @Schema(
                    description = "Median of the same.",
                    implementation = String.class,
                    format = "decimal",
                    example = "0.0978")
            BigDecimal medianLongShort,

            @Schema(
                    description = "Share of tokens whose long trades made more than holding.",
                    implementation = String.class,
                    format = "decimal",
                    example = "0.61")
            BigDecimal beatHolding) {}
}
