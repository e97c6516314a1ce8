package org.assay.api.signal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.assay.api.sql.Columns;

/** A signal of a history. */
@Introspected
@Schema(name = "PastSignal", description = "A signal of a history.")
public record PastSignal(
        @Schema(
                description = "The end of the day or hour whose close it was made from.",
                example = "2026-11-21T00:00:00Z")
        Instant validAt,

        @Schema(description = "When it was said.", example = "2026-11-21T00:02:11.204Z")
        Instant knownAt,

        @JsonUnwrapped Signal signal) {

    static PastSignal read(Columns row) {
        return new PastSignal(row.time("valid_at"), row.time("known_at"), Signal.read(row));
    }
}
