package org.assay.api.signal;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the signals in force. */
@Introspected
@Schema(name = "SignalListPage", description = "A page of the signals in force, one for each token.")
public record SignalListPage(
        @Schema(description = "In the order asked for.") List<LatestSignal> data,

        @Schema(
                description = "Value of the parameter cursor for the next page; null on the last page.",
                nullable = true,
                example = "null")
        @Nullable
        String nextCursor,

        @Schema(
                type = "string",
                allowableValues = {"daily", "hourly"},
                example = "daily")
        String cadence) {}
