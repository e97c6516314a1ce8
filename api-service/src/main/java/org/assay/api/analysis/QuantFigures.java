package org.assay.api.analysis;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Returns, risk and ratios of a token over several windows. */
@Introspected
@Schema(name = "QuantFigures", description = "Returns, risk and ratios of a token over several windows.")
public record QuantFigures(
        @Schema(description = "The UTC day whose close they end with.", format = "date", example = "2026-11-20")
        String asOf,

        @Schema(description = "What they assume.") Settings settings,

        @Schema(description = "The shortest first.") List<Window> windows) {

    /** What the figures assume. */
    @Introspected
    @Schema(name = "QuantSettings", description = "What the figures assume.")
    public record Settings(
            @Schema(
                    description = "A year; 0.02 is 2 %.",
                    implementation = String.class,
                    format = "decimal",
                    example = "0")
            BigDecimal riskFreeRate,

            @Schema(description = "For annualising.", example = "365")
            int daysPerYear,

            @Schema(
                    description = "A missing close is taken from the last one of at most so many days before.",
                    example = "7")
            int carryDays,

            @Schema(
                    description = "Share of the days of a window that must have a return.",
                    implementation = String.class,
                    format = "decimal",
                    example = "0.8")
            BigDecimal minimumCoverage,

            @Schema(description = "Fewest returns that a figure is computed from.", example = "20")
            int minimumReturns) {}

    /** All figures of a window. */
    @Introspected
    @Schema(name = "QuantWindow", description = "All figures of a window.")
    public record Window(
            @Schema(description = "30d, 90d, 365d, or all from the first close.", example = "90d")
            String window,

            @Schema(
                    description = "Day of the first price used; null when there is none.",
                    format = "date",
                    nullable = true,
                    example = "2026-08-22")
            @Nullable
            String from,

            @Schema(description = "Day of the last price used.", format = "date", example = "2026-11-20")
            String to,

            @Schema(description = "How many daily returns there are.", example = "90")
            int returns,

            @Schema(description = "Null when there is too little history or no fall.", nullable = true) @Nullable
            Drawdown drawdown,

            @Schema(description = "Every metric once.") List<Value> values) {}

    /** A figure, or why it is unknown. */
    @Introspected
    @Schema(name = "QuantValue", description = "A figure, or why it is unknown.")
    public record Value(
            @Schema(description = "Which one; docs/methodology/quant.md has the formulas.", example = "sharpe")
            String metric,

            @Schema(
                    description = "Null with a gap.",
                    implementation = String.class,
                    format = "decimal",
                    nullable = true,
                    example = "1.4214")
            @Nullable
            BigDecimal value,

            @Schema(
                    description =
                            "Why there is no value: no_price, insufficient_history, insufficient_benchmark or undefined; null when there is one.",
                    nullable = true,
                    example = "undefined")
            @Nullable
            String gap) {}

    /** The deepest fall of a window. */
    @Introspected
    @Schema(name = "Drawdown", description = "The deepest fall of a window.")
    public record Drawdown(
            @Schema(
                    description = "Price at the trough over price at the peak, less 1.",
                    implementation = String.class,
                    format = "decimal",
                    example = "-0.3412")
            BigDecimal depth,

            @Schema(description = "Day of the high that the fall began from.", format = "date", example = "2026-10-02")
            String peak,

            @Schema(description = "Day of the low.", format = "date", example = "2026-10-19")
            String trough,

            @Schema(
                    description =
                            "First day after it on which the price of the peak was reached again; null while it is not.",
                    format = "date",
                    nullable = true,
                    example = "2026-11-11")
            @Nullable
            String recovery) {}
}
