package org.assay.api.venue;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A venue and what its streams are doing.
 *
 * @param state {@code connecting}, {@code live}, {@code degraded} or {@code down}
 * @param asOf when this was reported
 */
@MappedEntity("venue")
@Schema(name = "Venue")
record VenueRow(
        @Id String id,
        String name,
        String state,
        int streams,
        int staleStreams,
        int markets,
        long frames,
        long trades,
        long quotes,
        long deadLetters,
        long reconnects,
        long openGaps,
        @Nullable Instant lastMessageAt,
        String detail,
        Instant asOf) {}
