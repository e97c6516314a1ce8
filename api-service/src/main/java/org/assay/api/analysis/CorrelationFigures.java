package org.assay.api.analysis;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;

/** How a token moves with the others. */
@Introspected
@Schema(name = "CorrelationFigures", description = "How a token moves with the others.")
public record CorrelationFigures(
        @Schema(description = "Of 30, 90 and 365 days.") List<Window> windows) {

    /** The tokens that moved most and least with the token. */
    @Introspected
    @Schema(name = "CorrelationWindow", description = "The tokens that moved most and least with the token.")
    public record Window(
            @Schema(description = "How many daily returns the window can have.", example = "90")
            int windowDays,

            @Schema(description = "Its last day.", format = "date", example = "2026-11-20")
            String asOf,

            @Schema(description = "How many tokens could be compared.", example = "97")
            int peers,

            @Schema(description = "The highest first.") List<Pair> top,

            @Schema(description = "The lowest first.") List<Pair> bottom) {}

    /** Another token. */
    @Introspected
    @Schema(name = "CorrelationPair", description = "Another token.")
    public record Pair(
            @Schema(description = "Token id.", example = "bitcoin")
            String token,

            @Schema(
                    description = "Of the simple daily returns, by Pearson.",
                    implementation = String.class,
                    format = "decimal",
                    example = "0.8123")
            BigDecimal correlation,

            @Schema(description = "Days on which both have a return.", example = "90")
            int days) {}
}
