package org.assay.api.grade;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One input of the model. */
@Introspected
@Schema(name = "GradeInput", description = "One input of the model; /v1/methodology has its definition.")
public record GradeInput(
        @Schema(description = "Name of the feature.", example = "momentum_30")
        String id,

        @Schema(description = "Version of its definition.", example = "1")
        int version,

        @Schema(description = "What it speaks about.", example = "momentum")
        String group,

        @Schema(
                description = "Null where it is missing; it still has a contribution then.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.1834")
        @Nullable
        BigDecimal value,

        @Schema(description = "Unit of the value.", nullable = true, example = "ratio") @Nullable
        String unit,

        @Schema(
                description = "Until when the data reach that it was computed from; null where it is missing.",
                nullable = true,
                example = "2026-11-21T00:00:00Z")
        @Nullable
        String asOf,

        @Schema(
                description = "Where these data are from.",
                nullable = true,
                example = "daily candles in USD over all venues: close")
        @Nullable
        String source,

        @Schema(
                description = "Percentile rank of the value among the reference tokens, 0 to 1; null where missing.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.835")
        @Nullable
        BigDecimal rank,

        @Schema(
                description = "What it adds to the score.",
                implementation = String.class,
                format = "decimal",
                example = "0.0714")
        BigDecimal contribution) {}
