package org.assay.api.analysis;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.assay.api.bitemporal.Freshness;
import org.jspecify.annotations.Nullable;

/** What was computed of a token, or why nothing was. */
@Introspected
@Schema(name = "Analysis", description = "What was computed of a token, or why nothing was.")
public record Analysis(
        @Schema(description = "Token id.", example = "ethereum")
        String id,

        @Schema(
                description =
                        "Members as docs/methodology describes them; decimals are strings with all digits. Null with"
                                + " a reason.",
                nullable = true)
        @Nullable
        Map<String, Object> data,

        @Schema(
                description = "Why there is no data; null when there is.",
                type = "string",
                nullable = true,
                allowableValues = {"not_computed_yet"},
                example = "null")
        @Nullable
        String reason,

        @JsonUnwrapped Freshness freshness) {

    Analysis ageless() {
        return new Analysis(id, data, reason, freshness.ageless());
    }
}
