package org.assay.api.grade;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.assay.api.bitemporal.Freshness;
import org.jspecify.annotations.Nullable;

/** Every number that led to a grade; recomputing from it gives the grade. */
@Introspected
@Schema(
        name = "Explanation",
        description = "Every number that led to a grade, with all its digits; recomputing by `method` gives the grade.")
public record Explanation(
        @Schema(description = "Token id.", example = "ethereum")
        String id,

        @Schema(
                type = "string",
                allowableValues = {"trader", "investor"},
                example = "trader")
        String kind,

        @Schema(
                type = "string",
                allowableValues = {"daily", "hourly"},
                example = "daily")
        String cadence,

        @Schema(description = "Version of the model, see /v1/methodology.", nullable = true, example = "2021.12-1")
        @Nullable
        String model,

        @Schema(
                description = "The grade, 0 to 100; null with a reason.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "71.28378378378379")
        @Nullable
        String grade,

        @Schema(
                description =
                        "Why there is no grade, or no explanation: as in a grade, or not_explained (only the grade"
                                + " itself was kept). Null where all is here.",
                type = "string",
                nullable = true,
                allowableValues = {
                    "excluded",
                    "no_close_today",
                    "gap_in_last_7_days",
                    "too_short_history",
                    "too_few_inputs",
                    "too_few_tokens",
                    "not_graded_yet",
                    "not_explained"
                },
                example = "null")
        @Nullable
        String reason,

        @Schema(description = "The computation; null where there is none.", nullable = true) @Nullable
        Computation computation,

        @Schema(description = "How the numbers of the computation follow from each other.")
        ExplanationMethod method,

        @JsonUnwrapped Freshness freshness) {

    Explanation ageless() {
        return new Explanation(id, kind, cadence, model, grade, reason, computation, method, freshness.ageless());
    }

    /** From inputs to grade. */
    @Introspected
    @Schema(name = "GradeComputation", description = "From inputs to grade.")
    public record Computation(
            @Schema(
                    description = "The score of a token about which nothing is known.",
                    implementation = String.class,
                    format = "decimal",
                    example = "0.0123")
            BigDecimal base,

            @Schema(description = "Every input of the model.")
            List<Input> inputs,

            @Schema(
                    description = "base plus all contributions.",
                    implementation = String.class,
                    format = "decimal",
                    example = "0.3127")
            BigDecimal score,

            @Schema(
                    description = "The scores of the reference tokens of the same moment, ascending.",
                    example = "[\"-0.41\",\"0.02\",\"0.3127\"]")
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

            @Schema(
                    description = "The smoothed standings of the reference tokens, ascending.",
                    example = "[\"0.21\",\"0.5\",\"0.68\"]")
            List<BigDecimal> referenceSmoothed,

            @Schema(
                    description = "100 times the place of smoothed in reference_smoothed.",
                    implementation = String.class,
                    format = "decimal",
                    example = "71.28378378378379")
            BigDecimal grade) {}

    /** One input of the model. */
    @Introspected
    @Schema(name = "GradeInput", description = "One input of the model; /v1/methodology has its definition.")
    public record Input(
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

            @Schema(description = "Where these data are from.", nullable = true, example = "candles") @Nullable
            String source,

            @Schema(
                    description =
                            "Percentile rank of the value among the reference tokens, 0 to 1; null where missing.",
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
}
