package org.assay.ingest.gap;

/** What became of a trade. */
public enum Verdict {
    /** Seen before. */
    DUPLICATE,
    /** New, and the newest of its market. */
    NEWEST,
    /** New, but older than another. */
    LATE
}
