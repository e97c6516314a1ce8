package org.assay.api.scorecard;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/** All that the return of a trade is computed from. */
@Introspected
@Schema(name = "SignalTrade", description = "All that the return of a trade is computed from.")
public record SignalTrade(
        @Schema(description = "Token id.", example = "ethereum")
        String token,

        @Schema(description = "long or short.", example = "long")
        String position,

        @Schema(
                description = "UTC day after whose close the signal took the position.",
                format = "date",
                example = "2026-11-01")
        String signalDay,

        @Schema(description = "UTC day at whose close it was entered.", format = "date", example = "2026-11-02")
        String entryDay,

        @Schema(description = "That close in USD.", implementation = String.class, format = "decimal", example = "2500")
        BigDecimal entryPrice,

        @Schema(description = "UTC day at whose close it was left or marked.", format = "date", example = "2026-11-18")
        String exitDay,

        @Schema(description = "That close in USD.", implementation = String.class, format = "decimal", example = "2750")
        BigDecimal exitPrice,

        @Schema(description = "How it ended: signal, token_ended or open.", example = "signal")
        String exit,

        @Schema(
                description = "Long: exit / entry - 1; short: 1 - exit / entry, at least -1. Before costs.",
                implementation = String.class,
                format = "decimal",
                example = "0.1")
        BigDecimal grossReturn) {}
