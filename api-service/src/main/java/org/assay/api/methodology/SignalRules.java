package org.assay.api.methodology;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/** By which thresholds the signals of a cadence change. A period is a day or an hour. */
@Introspected
@Schema(
        name = "SignalRules",
        description = "By which thresholds the signals of a cadence change. A period is a day or an hour.")
public record SignalRules(
        @Schema(
                type = "string",
                allowableValues = {"daily", "hourly"},
                example = "daily")
        String cadence,

        @Schema(
                description = "Grade from which a long position begins, with the price at or above its mean.",
                implementation = String.class,
                format = "decimal",
                example = "65")
        BigDecimal enterLong,

        @Schema(
                description = "Grade below which it ends.",
                implementation = String.class,
                format = "decimal",
                example = "50")
        BigDecimal exitLong,

        @Schema(
                description = "Grade down to which a short position begins, with the price at or below its mean.",
                implementation = String.class,
                format = "decimal",
                example = "30")
        BigDecimal enterShort,

        @Schema(
                description = "Grade above which it ends.",
                implementation = String.class,
                format = "decimal",
                example = "45")
        BigDecimal exitShort,

        @Schema(description = "Periods that the mean of prices is taken over.", example = "20")
        int trendWindow,

        @Schema(
                description =
                        "How far the price may be on the wrong side of its mean before a position ends; 0.05 is 5 %.",
                implementation = String.class,
                format = "decimal",
                example = "0.05")
        BigDecimal trendBand,

        @Schema(description = "Periods that a position is kept whatever grade and trend say.", example = "3")
        int minimumHolding,

        @Schema(description = "Periods in a row without a grade that a position outlives.", example = "3")
        int missingLimit) {

    public SignalRules {
        enterLong = enterLong.stripTrailingZeros();
        exitLong = exitLong.stripTrailingZeros();
        enterShort = enterShort.stripTrailingZeros();
        exitShort = exitShort.stripTrailingZeros();
        trendBand = trendBand.stripTrailingZeros();
    }
}
