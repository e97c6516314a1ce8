package org.assay.ingest.worker;

import org.assay.ingest.venue.StreamKey;

/** What the frames of one connection say about its streams. Called under the worker's lock. */
public interface StreamEvents {

    void subscribed(StreamKey stream);

    void refused(StreamKey stream, String message);

    /** Data of the stream came in. */
    void heard(StreamKey stream);

    /** The venue expects this frame at once. */
    void replyWanted(String frame);

    /** The venue is about to close the connection. */
    void closingAnnounced(String reason);
}
