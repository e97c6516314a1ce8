package org.assay.api.scorecard;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came after past grades, by bucket and horizon. */
@Introspected
@Schema(name = "GradeScores", description = "What came after past grades, by bucket and horizon.")
public record GradeScores(
        @Schema(description = "The rules.") ScorecardSettings settings,

        @Schema(
                description = "First day whose grades were said within 24 hours of its end; null while there is none.",
                format = "date",
                nullable = true,
                example = "2026-11-20")
        @Nullable
        String saidWhenDueFrom,

        @Schema(description = "One for each bucket and horizon.")
        List<Row> rows) {

    /** What came after the grades of a bucket at a horizon; null where nothing did. */
    @Introspected
    @Schema(
            name = "GradeScoreRow",
            description = "What came after the grades of a bucket at a horizon; null where nothing did.")
    public record Row(
            @Schema(description = "Lowest grade, included.", example = "80")
            int lower,

            @Schema(description = "Highest grade, excluded but for 100.", example = "90")
            int upper,

            @Schema(description = "Days from entry to exit.", example = "7")
            int horizonDays,

            @Schema(description = "How many there are, of all tokens and days.", example = "310")
            int outcomes,

            @Schema(
                    description = "Mean of the returns.",
                    implementation = String.class,
                    format = "decimal",
                    nullable = true,
                    example = "0.0123")
            @Nullable
            BigDecimal meanReturn,

            @Schema(
                    description = "Their median.",
                    implementation = String.class,
                    format = "decimal",
                    nullable = true,
                    example = "0.0081")
            @Nullable
            BigDecimal medianReturn,

            @Schema(
                    description = "Mean of the returns less the mean of all graded tokens of the same day.",
                    implementation = String.class,
                    format = "decimal",
                    nullable = true,
                    example = "0.0042")
            @Nullable
            BigDecimal meanExcess,

            @Schema(
                    description = "Share above the median of all graded tokens of the same day.",
                    implementation = String.class,
                    format = "decimal",
                    nullable = true,
                    example = "0.56")
            @Nullable
            BigDecimal beatMedian,

            @ArraySchema(
                    arraySchema =
                            @Schema(
                                    description =
                                            "Mean return after buying and selling, one for each cost of the settings."),
                    schema = @Schema(implementation = String.class, format = "decimal", example = "0.0103"))
            List<BigDecimal> netReturns) {}
}
