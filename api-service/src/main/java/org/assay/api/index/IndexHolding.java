package org.assay.api.index;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an index holds of one token. */
@Introspected
@Schema(name = "IndexHolding", description = "What an index holds of one token.")
public record IndexHolding(
        @Schema(description = "Token id; US dollars are USD.", example = "ethereum")
        String token,

        @Schema(
                description = "Number of tokens for an index of the level.",
                implementation = String.class,
                format = "decimal",
                example = "0.0213")
        BigDecimal units,

        @Schema(
                description = "Last print in USD.",
                implementation = String.class,
                format = "decimal",
                example = "2807.31")
        BigDecimal price,

        @Schema(description = "The UTC day of that print.", format = "date", example = "2026-11-20") @Nullable
        String pricedOn,

        @Schema(
                description = "Share of the index, 0 to 1.",
                implementation = String.class,
                format = "decimal",
                example = "0.0598")
        BigDecimal weight) {}
