package org.assay.api.scorecard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.assay.api.bitemporal.Freshness;
import org.jspecify.annotations.Nullable;

/** How past ratings of a kind did, by stated rules. */
@Introspected
@Schema(name = "Scorecard", description = "How past ratings of a kind did, by stated rules.")
public record Scorecard(
        @Schema(
                type = "string",
                allowableValues = {"trader", "investor", "signals", "forecast"},
                example = "signals")
        String kind,

        @Schema(description = "Id of the token that it is about; null when it is about all.", nullable = true) @Nullable
        String token,

        @Schema(
                description =
                        "Rules, counts and results; GradeScores of the kinds trader and investor, SignalScores of signals"
                                + " (TokenScores where a token is named), ForecastCoverage of forecast. Decimals are strings with"
                                + " all digits.",
                oneOf = {GradeScores.class, SignalScores.class, TokenScores.class, ForecastCoverage.class})
        Object data,

        @JsonUnwrapped Freshness freshness) {

    Scorecard ageless() {
        return new Scorecard(kind, token, data, freshness.ageless());
    }
}
