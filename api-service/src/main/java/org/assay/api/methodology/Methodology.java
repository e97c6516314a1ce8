package org.assay.api.methodology;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.assay.api.grade.ExplanationMethod;

/** How the ratings in force are made. */
@Introspected
@Schema(name = "Methodology", description = "How the ratings in force are made.")
public record Methodology(
        @Schema(description = "How a grade follows from the numbers of an explanation.")
        ExplanationMethod formula,

        @Schema(description = "Lowest grade of each class, the highest class first.")
        List<Threshold> classes,

        @Schema(description = "Least change of the grade over 7 days of each momentum label, the highest first.")
        List<Threshold> momentum,

        @Schema(description = "What each run was last made with; empty before the first run.")
        List<ModelInForce> inForce,

        @Schema(description = "Every model that has made ratings of this installation, the newest first.")
        List<RatingModel> models,

        @Schema(description = "The indices with the version of their rules; /v1/indices has the rules.")
        List<IndexRules> indices) {

    /** The stated boundaries of {@code docs/methodology}; a model does not change them. */
    static final List<Threshold> CLASSES = List.of(
            new Threshold("very_strong", "80", true),
            new Threshold("strong", "60", true),
            new Threshold("neutral", "40", true),
            new Threshold("weak", "20", true),
            new Threshold("very_weak", "0", true));

    /** As {@link #CLASSES}. */
    static final List<Threshold> MOMENTUM = List.of(
            new Threshold("surging", "20", true),
            new Threshold("gaining", "5", true),
            new Threshold("holding", "-5", false),
            new Threshold("losing", "-20", false),
            new Threshold("crashing", "-100", true));

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
            String from,

            @Schema(description = "Whether the boundary itself belongs to it.", example = "true")
            boolean inclusive) {}
}
