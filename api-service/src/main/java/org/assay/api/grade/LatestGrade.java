package org.assay.api.grade;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.assay.api.bitemporal.Freshness;
import org.jspecify.annotations.Nullable;

/** A token's grade in force. */
@Introspected
@Schema(name = "LatestGrade", description = "A token's grade in force.")
public record LatestGrade(
        @Schema(description = "Token id.", example = "ethereum")
        String id,

        @Schema(example = "ETH") String symbol,

        @Schema(example = "Ethereum") String name,

        @JsonUnwrapped Grade grade,

        @Schema(
                description =
                        "The token's signal of the same cadence in force: 1 long, 0 none, -1 short; null where there"
                                + " is none. /v1/signals says more.",
                nullable = true,
                example = "1")
        @Nullable
        Integer signal,

        @JsonUnwrapped Freshness freshness) {

    LatestGrade ageless() {
        return new LatestGrade(id, symbol, name, grade, signal, freshness.ageless());
    }
}
