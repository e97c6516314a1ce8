package org.assay.api.regime;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.assay.api.bitemporal.Freshness;
import org.jspecify.annotations.Nullable;

/** The market after the close of a day. */
@Introspected
@Schema(name = "MarketState", description = "The market after the close of a day.")
public record MarketState(
        @Schema(
                description = "Null with a reason.",
                type = "string",
                nullable = true,
                allowableValues = {"bear", "neutral", "bull"},
                example = "bull")
        @Nullable
        String regime,

        @Schema(
                description =
                        "What the regime was decided from, and the other figures of the market. Null with a reason.",
                nullable = true)
        @Nullable
        MarketFigures data,

        @Schema(
                description = "Why there is nothing; null when there is.",
                type = "string",
                nullable = true,
                allowableValues = {"not_computed_yet"},
                example = "null")
        @Nullable
        String reason,

        @JsonUnwrapped Freshness freshness) {

    static final MarketState UNKNOWN = new MarketState(null, null, "not_computed_yet", Freshness.NONE);

    MarketState ageless() {
        return new MarketState(regime, data, reason, freshness.ageless());
    }
}
