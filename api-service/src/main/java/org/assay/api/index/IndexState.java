package org.assay.api.index;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.assay.api.sql.Columns;
import org.jspecify.annotations.Nullable;

/** Where an index stood after a day. */
@Introspected
@Schema(name = "IndexState", description = "Where an index stood after a day.")
public record IndexState(
        @Schema(
                description = "Level after the day's close and trades; the first is 1000. Null with a reason.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "1012.5173")
        @Nullable
        String level,

        @Schema(
                description = "Why there is no level: no_market_caps or too_few_tokens (the index has not begun), or"
                        + " no_level_yet (nothing was computed). Null when there is one.",
                type = "string",
                nullable = true,
                allowableValues = {"no_market_caps", "too_few_tokens", "no_level_yet"},
                example = "null")
        @Nullable
        String reason,

        @Schema(
                description = "The market's regime of the day.",
                type = "string",
                nullable = true,
                allowableValues = {"bear", "neutral", "bull"},
                example = "bull")
        @Nullable
        String regime,

        @Schema(
                description = "Whether nothing but the stablecoin is held, because of a bear market.",
                nullable = true,
                example = "false")
        @Nullable
        Boolean defensive,

        @Schema(
                description = "How many holdings had no price on the day and counted at their last one.",
                nullable = true,
                example = "0")
        @Nullable
        Integer heldAtLastPrint) {

    /** Reads a row of the level table; all null (of an outer join) is an index of which nothing was computed. */
    static IndexState read(Columns row) {
        @Nullable String level = row.realOrNull("level");
        @Nullable String reason = row.textOrNull("reason");
        return new IndexState(
                level,
                level == null && reason == null ? "no_level_yet" : reason,
                row.textOrNull("regime"),
                row.flagOrNull("defensive"),
                row.integerOrNull("held_at_last_print"));
    }
}
