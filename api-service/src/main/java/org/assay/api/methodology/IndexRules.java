package org.assay.api.methodology;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.assay.api.sql.Columns;

/** The rules of an index that are in force. */
@Introspected
@Schema(name = "IndexRules", description = "The rules of an index that are in force.")
public record IndexRules(
        @Schema(example = "top-10") String id,

        @Schema(description = "Hash of the rules.", example = "5f1c9e02")
        String version,

        @Schema(description = "Since when these rules are known.", example = "2026-11-21T00:02:11.204Z")
        Instant knownAt) {

    static IndexRules read(Columns row) {
        return new IndexRules(row.text("id"), row.text("version"), row.time("known_at"));
    }
}
