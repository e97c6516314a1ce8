package org.assay.ingest.recording;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a recording.
 *
 * <p>{@code at} is when the recorder saw it; null where the recording does not say. {@code address} is the WebSocket it
 * belongs to; null where the recording does not say.
 */
public sealed interface RecordedEntry {

    /** A WebSocket was opened. */
    record Connected(URI address, Instant at) implements RecordedEntry {}

    /** A WebSocket was closed, by either side. */
    record Closed(URI address, Instant at) implements RecordedEntry {}

    /** The recorder's client sent this frame. */
    record Sent(@Nullable URI address, @Nullable Instant at, String text) implements RecordedEntry {}

    /** The venue sent this frame. */
    record Received(@Nullable URI address, @Nullable Instant at, String text) implements RecordedEntry {}

    /** The venue answered a REST request. */
    record Answer(URI request, Instant at, String body) implements RecordedEntry {}

    /**
     * A place that cannot be read; the entries after it can, unless the file ends here.
     *
     * @param line line number in the unpacked file, from 1
     * @param code {@code truncated}, {@code oversized} or {@code unreadable}
     * @param text the start of what stands there
     */
    record Damaged(long line, String code, String reason, String text) implements RecordedEntry {}
}
