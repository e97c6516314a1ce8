package org.assay.ratings.signal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The signal of one token after one period, as it is stored and served.
 *
 * @param at end of the period
 * @param state after it
 * @param change absent when the position stayed
 */
public record SignalPoint(
        Instant at, SignalState state, @Nullable SignalChange change) {}
