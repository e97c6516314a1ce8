package org.assay.api.signal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.assay.api.bitemporal.Freshness;
import org.jspecify.annotations.Nullable;

/** A page of one token's signals, and how fresh the newest of all is. */
@Introspected
@Schema(
        name = "SignalHistoryPage",
        description = "A page of one token's signals; the times beside them are those of its newest signal.")
public record SignalHistoryPage(
        @Schema(description = "In the order asked for.") List<PastSignal> data,

        @Schema(
                description = "Value of the parameter cursor for the next page; null on the last page.",
                nullable = true,
                example = "null")
        @Nullable
        String nextCursor,

        @Schema(description = "Token id.", example = "ethereum")
        String token,

        @Schema(
                type = "string",
                allowableValues = {"daily", "hourly"},
                example = "daily")
        String cadence,

        @JsonUnwrapped Freshness freshness) {}
