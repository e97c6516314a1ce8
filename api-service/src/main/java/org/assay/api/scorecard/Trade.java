package org.assay.api.scorecard;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** One trade that following a token's signal would have made. */
@Introspected
@Schema(name = "ScorecardTrade", description = "One trade that following a token's signal would have made.")
public record Trade(
        @Schema(description = "Token id.", example = "ethereum")
        String token,

        @Schema(description = "1, 2, ... in the order of the token's trades.", example = "1")
        long number,

        @Schema(description = "All that its return is computed from.")
        SignalTrade trade,

        @Schema(description = "Until when the token's scorecard reaches.", example = "2026-11-21T00:00:00Z")
        Instant validAt,

        @Schema(description = "When it was said.", example = "2026-11-21T00:02:11.204Z")
        Instant knownAt) {}
