package org.assay.ingest.venue;

/** What a venue's numeric trade ids promise. */
public enum SequenceRule {
    /** Each trade of a market has the id of the one before plus its executions: a jump is a loss. */
    CONTIGUOUS,
    /** Ids grow but skip: order can be told, a loss cannot. */
    INCREASING,
    /** Ids are opaque. */
    NONE
}
