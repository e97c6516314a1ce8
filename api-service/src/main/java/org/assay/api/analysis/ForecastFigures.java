package org.assay.api.analysis;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Quantiles of the future returns of a token. */
@Introspected
@Schema(name = "ForecastFigures", description = "Quantiles of the future returns of a token.")
public record ForecastFigures(
        @Schema(
                description = "In USD, from which they start.",
                implementation = String.class,
                format = "decimal",
                example = "2807.31")
        BigDecimal close,

        @Schema(description = "Of 1, 7 and 30 days.") List<Outlook> horizons) {

    /** Quantiles of the return of one horizon, or why there are none. */
    @Introspected
    @Schema(name = "ForecastOutlook", description = "Quantiles of the return of one horizon, or why there are none.")
    public record Outlook(
            @Schema(description = "Days until the outcome.", example = "7")
            int horizonDays,

            @Schema(description = "UTC day whose close it starts from.", format = "date", example = "2026-11-20")
            String asOf,

            @Schema(
                    description = "Standard deviation of the daily log return that the quantiles are scaled with.",
                    implementation = String.class,
                    format = "decimal",
                    nullable = true,
                    example = "0.0312")
            @Nullable
            BigDecimal dailyVolatility,

            @Schema(description = "Past outcomes that the quantiles were read from.", example = "8120")
            int calibrationOutcomes,

            @Schema(description = "The lowest first; empty with a gap.")
            List<Quantile> quantiles,

            @Schema(
                    description =
                            "Why there is none: no_price, insufficient_history or insufficient_calibration; null when there is one.",
                    nullable = true,
                    example = "insufficient_history")
            @Nullable
            String gap) {}

    /** A quantile of the return. */
    @Introspected
    @Schema(name = "ForecastQuantile", description = "A quantile of the return.")
    public record Quantile(
            @Schema(
                    description = "That the outcome is at or below.",
                    implementation = String.class,
                    format = "decimal",
                    example = "0.05")
            BigDecimal probability,

            @Schema(
                    description = "Until the horizon; 0.1 is +10 %.",
                    implementation = String.class,
                    format = "decimal",
                    example = "-0.13")
            BigDecimal simpleReturn,

            @Schema(description = "In USD.", implementation = String.class, format = "decimal", example = "2442.3597")
            BigDecimal price) {}
}
