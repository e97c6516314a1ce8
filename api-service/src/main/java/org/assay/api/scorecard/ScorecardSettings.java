package org.assay.api.scorecard;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;

/** The rules of a scorecard. */
@Introspected
@Schema(name = "ScorecardSettings", description = "The rules of a scorecard.")
public record ScorecardSettings(
        @Schema(description = "Days that grades are held against.")
        List<Integer> horizons,

        @ArraySchema(
                arraySchema = @Schema(description = "Costs of one way, in 0.01 %."),
                schema = @Schema(implementation = String.class, format = "decimal", example = "10"))
        List<BigDecimal> costBasisPoints,

        @Schema(description = "Of the buckets of grades.", example = "10")
        int bucketWidth,

        @Schema(description = "A token without a close for longer than this has ended.", example = "7")
        int endedAfterDays) {}
