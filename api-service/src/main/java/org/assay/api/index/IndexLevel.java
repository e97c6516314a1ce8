package org.assay.api.index;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.assay.api.sql.Columns;

/** The level of a day. */
@Introspected
@Schema(name = "IndexLevel", description = "The level of a day.")
public record IndexLevel(
        @Schema(description = "The end of the day.", example = "2026-11-21T00:00:00Z")
        Instant validAt,

        @Schema(description = "When it was said.", example = "2026-11-21T00:02:11.204Z")
        Instant knownAt,

        @JsonUnwrapped IndexState state) {

    static IndexLevel read(Columns row) {
        return new IndexLevel(row.time("valid_at"), row.time("known_at"), IndexState.read(row));
    }
}
