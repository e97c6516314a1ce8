package org.assay.api.index;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/** One changed holding of a trade. */
@Introspected
@Schema(
        name = "LedgerEntry",
        description =
                "One changed holding of a trade. Weights are shares of the index: the old one before costs, the new"
                        + " one after them.")
public record LedgerEntry(
        @Schema(description = "Token id; US dollars are USD.", example = "ethereum")
        String token,

        @Schema(implementation = String.class, format = "decimal", example = "0.01")
        BigDecimal oldUnits,

        @Schema(implementation = String.class, format = "decimal", example = "0.0213")
        BigDecimal newUnits,

        @Schema(implementation = String.class, format = "decimal", example = "0.03")
        BigDecimal oldWeight,

        @Schema(implementation = String.class, format = "decimal", example = "0.0598")
        BigDecimal newWeight,

        @Schema(
                description = "In USD, at which it was traded.",
                implementation = String.class,
                format = "decimal",
                example = "2807.31")
        BigDecimal price,

        @Schema(
                description = "Why: inception, entered, left_rank, not_eligible, reweighted, no_price, bear_regime or"
                        + " bear_ended.",
                example = "reweighted")
        String reason,

        @Schema(description = "The reason for people, with the figures that decided.", example = "rank 2 by market_cap")
        String text) {}
