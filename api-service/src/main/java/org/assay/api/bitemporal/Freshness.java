package org.assay.api.bitemporal;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import org.assay.api.sql.Columns;
import org.jspecify.annotations.Nullable;

/** The two times of a value, and how old it is. All are null where nothing is known. */
@Introspected
@Schema(name = "Freshness", description = "The two times of a value, and how old it is.")
public record Freshness(
        @Schema(
                description = "What it is about: the end of the day or hour whose close it was made from.",
                nullable = true,
                example = "2026-11-21T00:00:00Z")
        @Nullable
        Instant validAt,

        @Schema(
                description = "When it was said; a correction says it anew, later.",
                nullable = true,
                example = "2026-11-21T00:02:11.204Z")
        @Nullable
        Instant knownAt,

        @Schema(
                description = "Until when the data reach that it was made from: as valid_at.",
                nullable = true,
                example = "2026-11-21T00:00:00Z")
        @Nullable
        Instant asOf,

        @Schema(
                description =
                        "Milliseconds from as_of to this answer, or to the moment that the parameter as_of names.",
                nullable = true,
                example = "45067250")
        @Nullable
        Long ageMs,

        @Schema(
                description =
                        "True when a later one should be there: a daily value is older than 25 hours, an hourly one"
                                + " older than 75 minutes; or when there is none.",
                example = "false")
        boolean stale) {

    /** Of what is not known at all. */
    public static final Freshness NONE = new Freshness(null, null, null, null, true);

    /** Of a row with {@code valid_at} and {@code known_at}; both null (of an outer join) is nothing known. */
    public static Freshness read(Columns row, Cadence cadence, KnownBy knownBy) {
        @Nullable Instant validAt = row.timeOrNull("valid_at");
        return validAt == null ? NONE : of(validAt, row.time("known_at"), cadence, knownBy);
    }

    private static Freshness of(Instant validAt, Instant knownAt, Cadence cadence, KnownBy knownBy) {
        Duration age = Duration.between(validAt, knownBy.moment());
        return new Freshness(
                validAt, knownAt, validAt, Math.max(0, age.toMillis()), age.compareTo(cadence.staleAfter()) > 0);
    }

    /** The same at no age. */
    public Freshness ageless() {
        return new Freshness(validAt, knownAt, asOf, null, stale);
    }
}
