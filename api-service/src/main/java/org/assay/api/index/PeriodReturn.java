package org.assay.api.index;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.assay.api.sql.Columns;
import org.jspecify.annotations.Nullable;

/** The return of a period that ends with the newest level. */
@Introspected
@Schema(name = "PeriodReturn", description = "The return of a period that ends with the newest level.")
public record PeriodReturn(
        @Schema(
                type = "string",
                allowableValues = {"1d", "7d", "30d", "ytd", "all"},
                example = "7d")
        String period,

        @Schema(description = "valid_at of the level that it begins with.", example = "2026-11-14T00:00:00Z")
        Instant from,

        @JsonProperty("return")
        @Schema(
                name = "return",
                description = "Newest level over that level, less 1; trading costs are in it.",
                implementation = String.class,
                format = "decimal",
                example = "-0.031")
        String value,

        @Schema(
                description = "Bitcoin's return between the same closes; null when one is missing.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "-0.052")
        @Nullable
        String bitcoin,

        @Schema(
                description = "return less bitcoin.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.021")
        @Nullable
        String excess) {

    static PeriodReturn read(Columns row) {
        return new PeriodReturn(
                row.text("period"),
                row.time("began"),
                row.real("value"),
                row.realOrNull("bitcoin"),
                row.realOrNull("excess"));
    }
}
