package org.assay.api.candle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a series as a whole.
 *
 * @param quote what its prices are in
 * @param knownAt when its newest candle was computed, of the interval asked for or of a minute; null when it has none
 * @param minute the open time of its newest minute; null when it has none
 */
record SeriesHead(
        String quote, @Nullable Instant knownAt, @Nullable Instant minute) {}
