package org.assay.api.scorecard;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The share of outcomes inside the intervals of the forecasts. */
@Introspected
@Schema(name = "ForecastCoverage", description = "The share of outcomes inside the intervals of the forecasts.")
public record ForecastCoverage(
        @Schema(description = "Every how many days a forecast was looked at.", example = "7")
        int stepDays,

        @Schema(description = "What forecasts are made by.") Settings settings,

        @Schema(description = "By horizon and period.") List<Row> rows) {

    /** How often outcomes fell where the forecasts of a period said. */
    @Introspected
    @Schema(name = "ForecastCoverageRow", description = "How often outcomes fell where the forecasts of a period said.")
    public record Row(
            @Schema(description = "Days until the outcome.", example = "7")
            int horizonDays,

            @Schema(description = "A year, or all.", example = "2026")
            String period,

            @Schema(description = "How many are known, of all tokens and days.", example = "4120")
            long outcomes,

            @ArraySchema(
                    arraySchema = @Schema(description = "For each probability, the share at or below its quantile."),
                    schema = @Schema(implementation = String.class, format = "decimal", example = "0.052"))
            List<BigDecimal> atOrBelow,

            @Schema(
                    description = "Share between the quantiles of 25 and 75 %.",
                    implementation = String.class,
                    format = "decimal",
                    nullable = true,
                    example = "0.49")
            @Nullable
            BigDecimal inside50,

            @Schema(
                    description = "Share between the quantiles of 5 and 95 %.",
                    implementation = String.class,
                    format = "decimal",
                    nullable = true,
                    example = "0.905")
            @Nullable
            BigDecimal inside90) {}

    /** What forecasts are made by. */
    @Introspected
    @Schema(name = "ForecastSettings", description = "What forecasts are made by.")
    public record Settings(
            @Schema(description = "By days.") List<HorizonRules> horizons,

            @ArraySchema(
                    arraySchema = @Schema(description = "Of the quantiles."),
                    schema = @Schema(implementation = String.class, format = "decimal", example = "0.05"))
            List<BigDecimal> probabilities,

            @Schema(
                    description =
                            "Factor by which the weight of a squared return falls each day in the short-run variance.",
                    implementation = String.class,
                    format = "decimal",
                    example = "0.96")
            BigDecimal shortDecay,

            @Schema(
                    description = "Likewise in the long-run variance.",
                    implementation = String.class,
                    format = "decimal",
                    example = "0.995")
            BigDecimal longDecay,

            @Schema(description = "Of a token before its volatility is known.", example = "30")
            int fewestReturns,

            @Schema(description = "Of all tokens before quantiles are read from them.", example = "1000")
            int fewestOutcomes,

            @Schema(
                    description = "Independent outcomes that a calibration window of one horizon is taken to hold.",
                    implementation = String.class,
                    format = "decimal",
                    example = "2")
            BigDecimal overlapFactor) {}

    /** How a horizon is calibrated. */
    @Introspected
    @Schema(name = "ForecastHorizonRules", description = "How a horizon is calibrated.")
    public record HorizonRules(
            @Schema(description = "Days until the outcome.", example = "7")
            int days,

            @Schema(
                    description = "Share of the long-run variance in the variance that returns are scaled with.",
                    implementation = String.class,
                    format = "decimal",
                    example = "0.25")
            BigDecimal longRunShare,

            @Schema(description = "Days of past starts whose outcomes are pooled.", example = "1095")
            int calibrationDays) {}
}
