package org.assay.ingest.replay;

import org.assay.ingest.recording.RecordedEntry;
import org.assay.ingest.venue.VenueAdapter;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a recording and where it belongs.
 *
 * @param timeUs microseconds since the epoch; where the entry does not say, that of the entry before it
 * @param file the file's path within the replayed folder
 * @param connection the WebSocket it belongs to; null for an entry that belongs to none
 */
record RecordedItem(
        RecordedEntry entry,
        long timeUs,
        String file,
        long line,
        @Nullable Belonging connection) {

    /**
     * A recorded WebSocket.
     *
     * @param id unique within the replay
     * @param session connections of one session replace each other: what lies between them is a gap, not an end
     * @param adapter null when no adapter reads it
     * @param reason why none does
     */
    record Belonging(String id, String session, @Nullable VenueAdapter adapter, String reason) {}

    /** For a person: the file and the line. */
    String source() {
        return file + ":" + line;
    }
}
