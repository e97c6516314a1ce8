package org.assay.ratings.signal;

import org.jspecify.annotations.Nullable;

/**
 * A change of position and what it was decided from.
 *
 * @param from position before
 * @param to position after
 * @param reason why
 * @param grade the grade (0 to 100); absent when there was none
 * @param trend price over its moving average, less 1; absent when unknown
 * @param held periods that the former position was held
 */
public record SignalChange(
        Position from,
        Position to,
        SignalReason reason,
        @Nullable Double grade,
        @Nullable Double trend,
        int held) {}
