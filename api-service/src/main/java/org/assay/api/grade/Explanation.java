package org.assay.api.grade;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
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
        GradeComputation computation,

        @Schema(description = "How the numbers of the computation follow from each other.")
        ExplanationMethod method,

        @JsonUnwrapped Freshness freshness) {

    Explanation ageless() {
        return new Explanation(id, kind, cadence, model, grade, reason, computation, method, freshness.ageless());
    }
}
