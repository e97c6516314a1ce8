package org.assay.api.index;

import com.fasterxml.jackson.core.type.TypeReference;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.assay.api.json.JsonDocuments;
import org.assay.api.sql.Columns;

/** One trade of an index, with every changed holding. */
@Introspected
@Schema(name = "Rebalance", description = "One trade of an index, with every changed holding.")
public record Rebalance(
        @Schema(description = "The end of the day at whose close it was traded.", example = "2026-11-21T00:00:00Z")
        Instant validAt,

        @Schema(description = "When it was said.", example = "2026-11-21T00:02:11.204Z")
        Instant knownAt,

        @Schema(description = "0, 1, ... within the day.", example = "0")
        int sequence,

        @Schema(
                description = "What made the index trade: inception, schedule, bear_regime, bear_ended or no_price.",
                example = "schedule")
        String trigger,

        @Schema(description = "The UTC day after whose close it was decided.", format = "date", example = "2026-11-19")
        String decidedOn,

        @Schema(description = "The UTC day at whose close it was traded.", format = "date", example = "2026-11-20")
        String executedOn,

        @Schema(
                description = "Level at that close before costs.",
                implementation = String.class,
                format = "decimal",
                example = "1013")
        String levelBefore,

        @Schema(
                description = "Level after costs.",
                implementation = String.class,
                format = "decimal",
                example = "1012.5173")
        String levelAfter,

        @Schema(
                description = "Half the sum of the absolute changes of weight; 0 at inception.",
                implementation = String.class,
                format = "decimal",
                example = "0.25")
        String turnover,

        @Schema(description = "In index points.", implementation = String.class, format = "decimal", example = "0.4827")
        String cost,

        @Schema(description = "By token id.") List<LedgerEntry> entries) {

    private static final TypeReference<List<LedgerEntry>> ENTRIES = new TypeReference<>() {};

    static Rebalance read(Columns row, JsonDocuments documents) {
        return new Rebalance(
                row.time("valid_at"),
                row.time("known_at"),
                row.integer("sequence"),
                row.text("trigger"),
                row.text("decided_on"),
                row.text("executed_on"),
                row.real("level_before"),
                row.real("level_after"),
                row.real("turnover"),
                row.real("cost"),
                documents.read(row.text("entries"), ENTRIES));
    }
}
