package org.assay.ingest.stream;

import java.net.URI;
import java.time.Duration;

/**
 * How one venue's streams are kept.
 *
 * @param base the WebSocket base address
 * @param silenceFloor a stream is never called stale before this
 * @param silenceCeiling a stream is called stale after this, however quiet it usually is
 * @param firstBackoff ceiling of the first wait after a lost connection
 * @param longestBackoff ceiling of all further ones
 */
public record StreamSettings(
        URI base, Duration silenceFloor, Duration silenceCeiling, Duration firstBackoff, Duration longestBackoff) {}
