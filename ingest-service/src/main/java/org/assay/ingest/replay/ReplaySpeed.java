package org.assay.ingest.replay;

/** How fast a recording is replayed. */
public enum ReplaySpeed {
    /** As fast as it was recorded; stretches without any open connection are skipped. */
    RECORDED,
    /** As fast as it can be taken. */
    MAX
}
