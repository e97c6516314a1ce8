package org.assay.api.analysis;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.assay.api.bitemporal.Freshness;
import org.jspecify.annotations.Nullable;

/**
 * What was computed of a token, or why nothing was.
 *
 * @param <D> its form
 */
@Introspected
@Schema(description = "What was computed of a token, or why nothing was.")
public record Analysis<D>(
        @Schema(description = "Token id.", example = "ethereum")
        String id,

        @Schema(description = "Null with a reason. Decimals are strings with all digits.", nullable = true) @Nullable
        D data,

        @Schema(
                description = "Why there is no data; null when there is.",
                type = "string",
                nullable = true,
                allowableValues = {"not_computed_yet"},
                example = "null")
        @Nullable
        String reason,

        @JsonUnwrapped Freshness freshness) {

    Analysis<D> ageless() {
        return new Analysis<>(id, data, reason, freshness.ageless());
    }
}
