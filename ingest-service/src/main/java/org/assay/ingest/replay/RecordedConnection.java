package org.assay.ingest.replay;

import org.assay.ingest.venue.VenueAdapter;

/** A WebSocket connection of a recording, as a first reading of all files shows it. */
final class RecordedConnection {

    private final String id;
    private final String session;
    private final VenueAdapter adapter;
    private long lastUs = Long.MIN_VALUE;

    RecordedConnection(String id, String session, VenueAdapter adapter) {
        this.id = id;
        this.session = session;
        this.adapter = adapter;
    }

    String id() {
        return id;
    }

    /** See {@link RecordedItem.Belonging}. */
    String session() {
        return session;
    }

    VenueAdapter adapter() {
        return adapter;
    }

    /** When it was last heard of, in microseconds since the epoch. */
    long lastUs() {
        return lastUs;
    }

    void seen(long timeUs) {
        lastUs = Math.max(lastUs, timeUs);
    }
}
