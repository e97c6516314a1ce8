package org.assay.ingest.recording;

import java.time.Duration;

/**
 * How much a capture may hold.
 *
 * @param maxBytes the capture folder's size, packed; when it is passed the oldest finished files are deleted
 * @param rotation a new file is begun on each multiple of this since the epoch, in UTC
 * @param queuedEntries entries that may wait for the disk; a full queue makes the readers wait
 * @param flushEvery at most this much is lost by a hard kill
 */
public record CaptureLimits(long maxBytes, Duration rotation, int queuedEntries, Duration flushEvery) {

    /** 10 GiB, hourly files, 10,000 entries, one second. */
    public static CaptureLimits defaults() {
        return new CaptureLimits(10L << 30, Duration.ofHours(1), 10_000, Duration.ofSeconds(1));
    }
}
