package org.assay.api.grade;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.assay.api.json.JsonDocuments;
import org.assay.api.sql.Columns;

/** A grade of a history. */
@Introspected
@Schema(name = "PastGrade", description = "A grade of a history.")
public record PastGrade(
        @Schema(
                description = "The end of the day or hour whose close it was made from.",
                example = "2026-11-21T00:00:00Z")
        Instant validAt,

        @Schema(description = "When it was said.", example = "2026-11-21T00:02:11.204Z")
        Instant knownAt,

        @JsonUnwrapped Grade grade) {

    static PastGrade read(Columns row, JsonDocuments documents) {
        return new PastGrade(row.time("valid_at"), row.time("known_at"), Grade.read(row, documents));
    }
}
