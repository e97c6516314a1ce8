package org.assay.api.methodology;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.assay.api.grade.ExplanationMethod;
import org.jspecify.annotations.Nullable;

/** How the ratings in force are made. */
@Introspected
@Schema(name = "Methodology", description = "How the ratings in force are made.")
public record Methodology(
        @Schema(description = "How a grade follows from the numbers of an explanation.")
        ExplanationMethod formula,

        @Schema(description = "Lowest grade of each class, the highest class first; empty before the first run.")
        List<Threshold> classes,

        @Schema(
                description =
                        "Least change of the grade over 7 days of each momentum label, the highest first; empty before"
                                + " the first run.")
        List<Threshold> momentum,

        @Schema(description = "By which thresholds signals change, for each cadence; empty before the first run.")
        List<SignalRules> signals,

        @Schema(
                description = "By which thresholds the market's regime changes; null before the first run.",
                nullable = true)
        @Nullable
        RegimeRules regime,

        @Schema(description = "What each run was last made with; empty before the first run.")
        List<ModelInForce> inForce,

        @Schema(description = "Every model that has made ratings of this installation, the newest first.")
        List<RatingModel> models,

        @Schema(description = "The indices with the version of their rules; /v1/indices has the rules.")
        List<IndexRules> indices) {}
