package org.assay.api.regime;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The market after the close of a day; what its inputs do not allow is null. */
@Introspected
@Schema(
        name = "MarketFigures",
        description = "The market after the close of a day; what its inputs do not allow is null.")
public record MarketFigures(
        @Schema(description = "The UTC day.", format = "date", example = "2026-11-20")
        String day,

        @Schema(description = "Members of the universe.", example = "100")
        int tokens,

        @Schema(
                description = "Sum of the known capitalisations of the members, in USD.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "2512300000000")
        @Nullable
        BigDecimal totalCap,

        @Schema(
                description = "Share of BTC in it.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.5612")
        @Nullable
        BigDecimal btcDominance,

        @Schema(
                description = "Share of ETH in it.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.121")
        @Nullable
        BigDecimal ethDominance,

        @Schema(
                description = "Of the market by capitalisation, chained from 1000 on the first day.",
                implementation = String.class,
                format = "decimal",
                example = "1312.5")
        BigDecimal level,

        @Schema(
                description = "Of that level.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.0112")
        @Nullable
        BigDecimal dayReturn,

        @Schema(
                description = "Of its daily returns over 30 days, a year.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.44")
        @Nullable
        BigDecimal volatility,

        @Schema(
                description = "Share of members above their 50-day average.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.71")
        @Nullable
        BigDecimal above50,

        @Schema(
                description = "Share of members above their 200-day average.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.64")
        @Nullable
        BigDecimal above200,

        @Schema(
                description = "Share of members that rose on the day.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.58")
        @Nullable
        BigDecimal advancing,

        @Schema(
                description = "Share of the graded members whose Trader Grade is high.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.24")
        @Nullable
        BigDecimal highGrades,

        @Schema(description = "What the score is made of.") Votes votes,

        @Schema(
                description = "-1 to 1.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.432")
        @Nullable
        BigDecimal score,

        @Schema(description = "The regime and since when.") State state) {

    /** What the score is made of; each is null while its inputs are missing. */
    @Introspected
    @Schema(name = "MarketVotes", description = "What the score is made of; each is null while its inputs are missing.")
    public record Votes(
            @Schema(
                    description = "-1 to 1, of the market by capitalisation.",
                    implementation = String.class,
                    format = "decimal",
                    nullable = true,
                    example = "0.6")
            @Nullable
            BigDecimal trend,

            @Schema(
                    description = "-1 to 1, of the share of tokens above their 50-day average.",
                    implementation = String.class,
                    format = "decimal",
                    nullable = true,
                    example = "0.42")
            @Nullable
            BigDecimal breadth,

            @Schema(
                    description = "-1 to 0: high for the last year of the market.",
                    implementation = String.class,
                    format = "decimal",
                    nullable = true,
                    example = "-0.1")
            @Nullable
            BigDecimal volatility) {}

    /** The regime and since when. */
    @Introspected
    @Schema(name = "RegimeState", description = "The regime and since when.")
    public record State(
            @Schema(description = "bear, neutral or bull.", example = "bull")
            String regime,

            @Schema(description = "Since it began.", example = "12")
            int days,

            @Schema(
                    description = "What the scores of the last days call for; the regime itself when nothing else.",
                    example = "bull")
            String candidate,

            @Schema(description = "Days in a row that called for it.", example = "3")
            int confirmations) {}
}
