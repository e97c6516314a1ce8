package org.assay.api.signal;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.assay.api.sql.Columns;
import org.jspecify.annotations.Nullable;

/** A signal after a period, and what it was decided from. */
@Introspected
@Schema(name = "Signal", description = "A signal after a period, and what it was decided from.")
public record Signal(
        @Schema(
                description = "1 long, 0 none, -1 short; null with signal_reason not_signalled_yet.",
                nullable = true,
                example = "1")
        @Nullable
        Integer signal,

        @Schema(
                description = "Why it is null; else null.",
                type = "string",
                nullable = true,
                allowableValues = {"not_signalled_yet"},
                example = "null")
        @Nullable
        String signalReason,

        @Schema(description = "The signal before this period.", nullable = true, example = "0") @Nullable
        Integer previous,

        @Schema(description = "Whether it changed in this period.", example = "true")
        boolean changed,

        @Schema(
                description = "Why it changed in this period; null where it did not.",
                nullable = true,
                example = "grade_high_in_uptrend")
        @Nullable
        String changeReason,

        @Schema(description = "Periods (days or hours) since it changed.", nullable = true, example = "0") @Nullable
        Integer heldPeriods,

        @Schema(description = "Periods in a row without a grade.", nullable = true, example = "0") @Nullable
        Integer missingPeriods,

        @Schema(
                description = "The Trader Grade that it was decided from; null when there was none.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "71.28378378378379")
        @Nullable
        String grade,

        @Schema(
                description = "Price over its moving average, less 1; null when unknown.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.0312")
        @Nullable
        String trend,

        @Schema(
                description = "The close in USD; null when there was none.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "2807.31")
        @Nullable
        String price,

        @Schema(description = "Version of the model.", nullable = true, example = "2021.12-1") @Nullable
        String model) {

    /** What it can be, by how a parameter writes it: 1 long, 0 none, -1 short. */
    public static final Map<String, Integer> VALUES =
            Collections.unmodifiableMap(new TreeMap<>(Map.of("-1", -1, "0", 0, "1", 1)));

    private static final String NOT_SIGNALLED_YET = "not_signalled_yet";

    /** Reads a row of the signal table; all null (of an outer join) is a token that never had one. */
    static Signal read(Columns row) {
        @Nullable Integer value = row.integerOrNull("value");
        @Nullable Integer previous = row.integerOrNull("previous");
        return new Signal(
                value,
                value == null ? NOT_SIGNALLED_YET : null,
                previous,
                value != null && !value.equals(previous),
                row.textOrNull("reason"),
                row.integerOrNull("held"),
                row.integerOrNull("missing"),
                row.realOrNull("grade"),
                row.realOrNull("trend"),
                row.realOrNull("price"),
                row.textOrNull("model"));
    }
}
