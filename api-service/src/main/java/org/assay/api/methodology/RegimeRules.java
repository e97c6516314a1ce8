package org.assay.api.methodology;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/** By which thresholds the regime of the market changes. */
@Introspected
@Schema(name = "RegimeRules", description = "By which thresholds the regime of the market changes.")
public record RegimeRules(
        @Schema(
                description = "Weight of the vote of the trend.",
                implementation = String.class,
                format = "decimal",
                example = "0.5")
        BigDecimal trendWeight,

        @Schema(
                description = "Weight of the vote of the breadth.",
                implementation = String.class,
                format = "decimal",
                example = "0.35")
        BigDecimal breadthWeight,

        @Schema(
                description = "Weight of the vote of the volatility.",
                implementation = String.class,
                format = "decimal",
                example = "0.15")
        BigDecimal volatilityWeight,

        @Schema(
                description = "Score from which the market is a bull; its negative is a bear's.",
                implementation = String.class,
                format = "decimal",
                example = "0.35")
        BigDecimal enter,

        @Schema(
                description = "Score below which it stops being one; its negative is a bear's.",
                implementation = String.class,
                format = "decimal",
                example = "0.1")
        BigDecimal leave,

        @Schema(description = "Days in a row that must call for a change.", example = "3")
        int confirmDays,

        @Schema(
                description = "Trader Grade that counts as high.",
                implementation = String.class,
                format = "decimal",
                example = "70")
        BigDecimal highGrade) {

    public RegimeRules {
        trendWeight = trendWeight.stripTrailingZeros();
        breadthWeight = breadthWeight.stripTrailingZeros();
        volatilityWeight = volatilityWeight.stripTrailingZeros();
        enter = enter.stripTrailingZeros();
        leave = leave.stripTrailingZeros();
        highGrade = highGrade.stripTrailingZeros();
    }
}
