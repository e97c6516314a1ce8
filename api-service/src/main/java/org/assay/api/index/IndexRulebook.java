package org.assay.api.index;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The rules by which an index chooses, weighs and trades, as docs/methodology/indices.md explains them. */
@Introspected
@Schema(name = "IndexRulebook", description = "The rules by which an index chooses, weighs and trades.")
public record IndexRulebook(
        @Schema(description = "Which tokens it may hold.") IndexEligibility eligibility,

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
        int noPriceDays) {}
