package org.assay.api.grade;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.assay.api.json.JsonDocuments;
import org.assay.api.sql.Columns;
import org.jspecify.annotations.Nullable;

/** A grade, or why there is none; numbers carry all digits of the model's. */
@Introspected
@Schema(name = "Grade", description = "A grade, or why there is none. Numbers carry all digits of the model's.")
public record Grade(
        @Schema(
                description =
                        "0 to 100: the share of the reference tokens that stand below, halves for ties, times 100."
                                + " Null with a reason.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "71.28378378378379")
        @Nullable
        String grade,

        @Schema(
                description = "Why there is no grade; null when there is one.",
                type = "string",
                nullable = true,
                allowableValues = {
                    "excluded",
                    "no_close_today",
                    "gap_in_last_7_days",
                    "too_short_history",
                    "too_few_inputs",
                    "too_few_tokens",
                    "not_graded_yet"
                },
                example = "null")
        @Nullable
        String reason,

        @JsonProperty("class")
        @Schema(
                name = "class",
                description = "Fifth of the scale: from 80, from 60, from 40, from 20, below.",
                type = "string",
                nullable = true,
                allowableValues = {"very_strong", "strong", "neutral", "weak", "very_weak"},
                example = "strong")
        @Nullable
        String gradeClass,

        @Schema(
                description = "Where the grade has been going for 7 days; null without a grade 7 days before.",
                type = "string",
                nullable = true,
                allowableValues = {"surging", "gaining", "holding", "losing", "crashing"},
                example = "gaining")
        @Nullable
        String momentum,

        @JsonProperty("change_24h")
        @Schema(
                name = "change_24h",
                description = "The grade less that of 24 hours before, in points; null where there was none.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "-2.5")
        @Nullable
        String change24h,

        @Schema(
                description = "0 to 100 for each group of inputs: where their contribution stands among those of the"
                        + " reference tokens. Empty where it was not computed.",
                example = "{\"momentum\":\"64.1\",\"volatility\":\"80.2\"}")
        Map<String, String> subScores,

        @Schema(
                description = "The model's score.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.3127")
        @Nullable
        String score,

        @Schema(
                description = "The place of the score among those of the reference tokens, 0 to 1.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.7125")
        @Nullable
        String standing,

        @Schema(
                description = "Weighted mean of the standings of the last days.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.68")
        @Nullable
        String smoothed,

        @Schema(
                description =
                        "Whether the token belongs to the (at most) 100 by which grades are judged; null when it was"
                                + " never graded.",
                nullable = true,
                example = "true")
        @Nullable
        Boolean inUniverse,

        @Schema(
                description = "The close in USD that it was made from; null where there was none.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "2807.31")
        @Nullable
        String price,

        @Schema(description = "Version of the model, see /v1/methodology.", nullable = true, example = "2021.12-1")
        @Nullable
        String model) {

    private static final String NOT_GRADED_YET = "not_graded_yet";

    /** Reads a row of the grade table; all null (of an outer join) is a token that was never graded. */
    static Grade read(Columns row, JsonDocuments documents) {
        @Nullable String model = row.textOrNull("model");
        @Nullable String subScores = row.textOrNull("sub_scores");
        return new Grade(
                row.realOrNull("grade"),
                model == null ? NOT_GRADED_YET : row.textOrNull("reason"),
                row.textOrNull("class"),
                row.textOrNull("momentum"),
                row.realOrNull("change_24h"),
                subScores == null ? Map.of() : documents.decimals(subScores),
                row.realOrNull("score"),
                row.realOrNull("standing"),
                row.realOrNull("smoothed"),
                row.flagOrNull("in_universe"),
                row.realOrNull("price"),
                model);
    }
}
