package org.assay.api.grade;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;

/** How the numbers of an explanation follow from each other, in words. */
@Introspected
@Schema(name = "ExplanationMethod", description = "How the numbers of a computation follow from each other.")
public record ExplanationMethod(
        @Schema(example = "base + sum of inputs[].contribution")
        String score,

        @Schema(example = "place(score, reference_scores)") String standing,

        @Schema(example = "sum of history[].weight x history[].standing / sum of history[].weight")
        String smoothed,

        @Schema(example = "100 x place(smoothed, reference_smoothed)")
        String grade,

        @Schema(example = "place(x, list) = (count below x + half the count equal to x) / length of the list")
        String place) {

    /** The same for every grade of every model. */
    public static final ExplanationMethod STANDARD = new ExplanationMethod(
            "base + sum of inputs[].contribution, to 1e-9; the next step takes score as it is given here",
            "place(score, reference_scores)",
            "sum of history[].weight x history[].standing / sum of history[].weight",
            "100 x place(smoothed, reference_smoothed)",
            "place(x, list) = (count below x + half the count equal to x) / length of the list");
}
