package org.assay.api.analysis;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Support and resistance of a token. */
@Introspected
@Schema(name = "LevelFigures", description = "Support and resistance of a token.")
public record LevelFigures(
        @Schema(description = "The UTC day whose close they end with.", format = "date", example = "2026-11-20")
        String asOf,

        @Schema(
                description = "Last close in USD; null when the day has none, and then there are no levels.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "2807.31")
        @Nullable
        BigDecimal close,

        @Schema(description = "The nearest first.") List<Level> supports,

        @Schema(description = "The nearest first.") List<Level> resistances,

        @Schema(description = "How they were found.") Settings settings) {

    /** How levels are found. */
    @Introspected
    @Schema(name = "LevelSettings", description = "How levels are found.")
    public record Settings(
            @Schema(description = "How old a swing may be.", example = "365")
            int lookbackDays,

            @Schema(description = "Days on either side that the high or low of a swing must exceed.", example = "3")
            int swingDays,

            @Schema(description = "Days of the average true range.", example = "14")
            int rangeDays,

            @Schema(
                    description = "Width of the kernel as a share of that range.",
                    implementation = String.class,
                    format = "decimal",
                    example = "0.5")
            BigDecimal kernelShare,

            @Schema(
                    description = "Age at which a swing counts half.",
                    implementation = String.class,
                    format = "decimal",
                    example = "120")
            BigDecimal halfLifeDays,

            @Schema(description = "Swings that make a level.", example = "2")
            int fewestTouches,

            @Schema(description = "Most levels on each side.", example = "5")
            int listed) {}

    /** A price at which past swings turned. */
    @Introspected
    @Schema(name = "PriceLevel", description = "A price at which past swings turned.")
    public record Level(
            @Schema(description = "support or resistance.", example = "support")
            String side,

            @Schema(description = "In USD.", implementation = String.class, format = "decimal", example = "2500.5")
            BigDecimal price,

            @Schema(
                    description = "Price over the last close, less 1.",
                    implementation = String.class,
                    format = "decimal",
                    example = "-0.1093")
            BigDecimal distance,

            @Schema(description = "How many swings turned there.", example = "3")
            int touches,

            @Schema(description = "Day of the earliest of them.", format = "date", example = "2026-06-02")
            String firstTouch,

            @Schema(description = "Day of the latest.", format = "date", example = "2026-10-30")
            String lastTouch,

            @Schema(
                    description = "Sum over the touches of 0.5^(age / half-life).",
                    implementation = String.class,
                    format = "decimal",
                    example = "1.72")
            BigDecimal strength) {}
}
