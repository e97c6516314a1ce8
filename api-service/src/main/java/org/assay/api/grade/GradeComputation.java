package org.assay.api.grade;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;

/** From inputs to grade. */
@Introspected
@Schema(name = "GradeComputation", description = "From inputs to grade.")
public record GradeComputation(
        @Schema(
                description = "The score of a token about which nothing is known.",
                implementation = String.class,
                format = "decimal",
                example = "0.0123")
        BigDecimal base,

        @Schema(description = "Every input of the model.") List<GradeInput> inputs,

        @Schema(
                description = "base plus all contributions.",
                implementation = String.class,
                format = "decimal",
                example = "0.3127")
        BigDecimal score,

        @ArraySchema(
                arraySchema =
                        @Schema(description = "The scores of the reference tokens of the same moment, ascending."),
                schema = @Schema(implementation = String.class, format = "decimal", example = "0.3127"))
        List<BigDecimal> referenceScores,

        @Schema(
                description = "The place of score in reference_scores, 0 to 1.",
                implementation = String.class,
                format = "decimal",
                example = "0.7125")
        BigDecimal standing,

        @Schema(description = "The token's standings that are averaged, the latest first.")
        List<PastStanding> history,

        @Schema(
                description = "Mean of the standings by their weights.",
                implementation = String.class,
                format = "decimal",
                example = "0.68")
        BigDecimal smoothed,

        @ArraySchema(
                arraySchema = @Schema(description = "The smoothed standings of the reference tokens, ascending."),
                schema = @Schema(implementation = String.class, format = "decimal", example = "0.68"))
        List<BigDecimal> referenceSmoothed,

        @Schema(
                description = "100 times the place of smoothed in reference_smoothed.",
                implementation = String.class,
                format = "decimal",
                example = "71.28378378378379")
        BigDecimal grade) {}
