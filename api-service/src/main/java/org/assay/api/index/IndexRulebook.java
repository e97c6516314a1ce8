package org.assay.api.index;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules by which an index chooses, weighs and trades, as docs/methodology/indices.md explains them. */
@Introspected
@Schema(name = "IndexRulebook", description = "The rules by which an index chooses, weighs and trades.")
public record IndexRulebook(
        @Schema(description = "Which tokens it may hold.") Eligibility eligibility,

        @Schema(
                description = "What candidates are ordered by, highest first.",
                type = "string",
                allowableValues = {"market_cap", "trader_grade", "investor_grade"},
                example = "market_cap")
        String rankBy,

        @Schema(description = "How many tokens it holds.", example = "10")
        int count,

        @Schema(
                description = "What is held stays to rank count + buffer, a newcomer enters at once to count - buffer.",
                example = "2")
        int buffer,

        @Schema(description = "Fewest eligible tokens with which it begins.", example = "10")
        int minCount,

        @Schema(
                description = "What weights are proportional to.",
                type = "string",
                allowableValues = {"cap", "sqrt_cap", "equal", "grade"},
                example = "cap")
        String weights,

        @Schema(
                description = "Highest weight after a rebalance, 0 to 1.",
                implementation = String.class,
                format = "decimal",
                example = "0.25")
        BigDecimal maxWeight,

        @Schema(
                description = "When it is reviewed.",
                type = "string",
                allowableValues = {"daily", "weekly", "monthly", "quarterly"},
                example = "monthly")
        String rebalance,

        @Schema(
                description =
                        "Token id of the stablecoin that is held alone in a bear market; null: it stays invested.",
                nullable = true,
                example = "null")
        @Nullable
        String bearAsset,

        @Schema(
                description = "Cost of each traded USD in 0.01 %.",
                implementation = String.class,
                format = "decimal",
                example = "10")
        BigDecimal costBasisPoints,

        @Schema(description = "Days without a price after which a token is sold at its last print.", example = "7")
        int noPriceDays) {

    /** Which tokens an index may hold; a limit that is null does not apply. */
    @Introspected
    @Schema(
            name = "IndexEligibility",
            description = "Which tokens an index may hold. A limit that is null does not apply; a token whose figure is"
                    + " unknown fails a limit that is given.")
    public record Eligibility(
            @Schema(
                    description = "In USD.",
                    implementation = String.class,
                    format = "decimal",
                    nullable = true,
                    example = "null")
            @Nullable
            BigDecimal minMarketCap,

            @Schema(
                    description = "In USD.",
                    implementation = String.class,
                    format = "decimal",
                    nullable = true,
                    example = "null")
            @Nullable
            BigDecimal maxMarketCap,

            @Schema(
                    description = "Median of the values traded on 30 days, in USD.",
                    implementation = String.class,
                    format = "decimal",
                    nullable = true,
                    example = "1000000")
            @Nullable
            BigDecimal minVolume,

            @Schema(description = "Days with a close so far.", nullable = true, example = "90") @Nullable
            Integer minHistoryDays,

            @Schema(
                    description = "Of the grade that the index ranks by, 0 to 100.",
                    implementation = String.class,
                    format = "decimal",
                    nullable = true,
                    example = "50")
            @Nullable
            BigDecimal minGrade,

            @Schema(description = "Best rank by capitalisation; 1 is the largest.", nullable = true, example = "51")
            @Nullable
            Integer fromCapRank,

            @Schema(description = "Worst rank by capitalisation.", nullable = true, example = "300") @Nullable
            Integer toCapRank,

            @Schema(description = "A token must have one of these; empty: any.", example = "[\"defi\"]")
            List<String> categories,

            @Schema(description = "Token ids that are never held.", example = "[]")
            List<String> exclude) {}
}
