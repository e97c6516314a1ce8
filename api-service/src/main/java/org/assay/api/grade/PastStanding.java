package org.assay.api.grade;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/** A standing of a past day. */
@Introspected
@Schema(name = "PastStanding", description = "A standing of a day, or of the hour that is graded.")
public record PastStanding(
        @Schema(description = "The UTC day.", format = "date", example = "2026-11-20")
        String day,

        @Schema(
                description = "The token's place that day, 0 to 1.",
                implementation = String.class,
                format = "decimal",
                example = "0.7125")
        BigDecimal standing,

        @Schema(
                description = "Its weight; the weights need not add up to 1.",
                implementation = String.class,
                format = "decimal",
                example = "0.5")
        BigDecimal weight) {}
