package org.assay.ratings.signal;

import org.jspecify.annotations.Nullable;

/**
 * What a period made of the state before it.
 *
 * @param state after the period
 * @param change absent when the position stays
 */
public record SignalStep(SignalState state, @Nullable SignalChange change) {}
