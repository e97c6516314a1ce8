package org.assay.api.methodology;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/** The lower boundary of a label. */
@Introspected
@Schema(name = "Threshold", description = "The lower boundary of a label.")
public record Threshold(
        @Schema(example = "very_strong") String label,

        @Schema(
                description = "In points of the grade.",
                implementation = String.class,
                format = "decimal",
                example = "80")
        BigDecimal from,

        @Schema(description = "Whether the boundary itself belongs to it.", example = "true")
        boolean inclusive) {

    public Threshold {
        from = from.stripTrailingZeros();
    }
}
