package org.assay.api.venue;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import org.assay.api.sql.Columns;
import org.jspecify.annotations.Nullable;

/** A venue and how the worker that follows it is doing; counters run from the worker's start. */
@Introspected
@Schema(
        name = "Venue",
        description = "A venue and how the worker that follows it is doing; counters run from the worker's start.")
public record Venue(
        @Schema(example = "kraken") String id,

        @Schema(example = "Kraken") String name,

        @Schema(
                description =
                        "connecting; live; degraded (connected, but some stream is stale or resubscribing); down.",
                type = "string",
                allowableValues = {"connecting", "live", "degraded", "down"},
                example = "live")
        String state,

        @Schema(
                description = "True when the worker has not reported for longer than half a minute: then the state is"
                        + " the last one known, and may be wrong.",
                example = "false")
        boolean stale,

        @Schema(description = "Subscriptions, each a channel of a market.", example = "120")
        int streams,

        @Schema(description = "Those on which nothing was heard for too long.", example = "0")
        int staleStreams,

        @Schema(description = "Markets followed.", example = "60")
        int markets,

        @Schema(description = "Frames received.", example = "1048576")
        long frames,

        @Schema(description = "Trades received.", example = "388112")
        long trades,

        @Schema(description = "Best bid and offer updates received.", example = "660464")
        long quotes,

        @Schema(description = "Frames that could not be read.", example = "0")
        long deadLetters,

        @Schema(description = "Connections made again.", example = "2")
        long reconnects,

        @Schema(description = "Gaps that are not closed yet.", example = "0")
        long openGaps,

        @Schema(
                description = "When anything was last heard; null when nothing was.",
                nullable = true,
                example = "2026-11-21T12:00:00.125Z")
        @Nullable
        Instant lastMessageAt,

        @Schema(description = "What the worker adds for people; may be empty.", example = "")
        String detail,

        @Schema(description = "When the worker reported this.", example = "2026-11-21T12:00:00.500Z")
        Instant asOf,

        @Schema(description = "Milliseconds from as_of to this answer.", example = "311")
        long ageMs) {

    /** Workers report every five seconds. */
    private static final Duration STALE_AFTER = Duration.ofSeconds(30);

    static Venue read(Columns row, Instant now) {
        Instant asOf = row.time("as_of");
        Duration age = Duration.between(asOf, now);
        return new Venue(
                row.text("id"),
                row.text("name"),
                row.text("state"),
                age.compareTo(STALE_AFTER) > 0,
                row.integer("streams"),
                row.integer("stale_streams"),
                row.integer("markets"),
                row.bigint("frames"),
                row.bigint("trades"),
                row.bigint("quotes"),
                row.bigint("dead_letters"),
                row.bigint("reconnects"),
                row.bigint("open_gaps"),
                row.timeOrNull("last_message_at"),
                row.text("detail"),
                asOf,
                Math.max(0, age.toMillis()));
    }

    /** The same at no age. */
    Venue ageless() {
        return new Venue(
                id,
                name,
                state,
                stale,
                streams,
                staleStreams,
                markets,
                frames,
                trades,
                quotes,
                deadLetters,
                reconnects,
                openGaps,
                lastMessageAt,
                detail,
                asOf,
                0);
    }
}
