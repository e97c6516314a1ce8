package org.assay.signals.rating;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The ratings.
 *
 * @param enabled whether this process rates; of several that do, one works at a time
 * @param dailyDelay how long after the end of a UTC day it is rated, so that its candles are closed and stored
 * @param hourlyDelay the same for an hour
 * @param checkInterval how often is looked for new and amended candles; they must have been unchanged for as long
 * @param hourlyCatchUp hours of the past that are rated after a pause, 1 to 24
 * @param explainedDays of how many of the last days of a run, at least 1, every number behind the grades is kept
 * @param supplyFile CSV file of circulating supplies, {@code token,date,circulating,source}; null for none
 * @param modelFile a model to rate by instead of the one that comes with the program; null for that one
 */
@ConfigurationProperties("assay.signals.rating")
public record RatingConfiguration(
        @Bindable(defaultValue = "true") boolean enabled,
        @Bindable(defaultValue = "2m") Duration dailyDelay,
        @Bindable(defaultValue = "1m") Duration hourlyDelay,
        @Bindable(defaultValue = "15s") Duration checkInterval,
        @Min(1) @Max(24) @Bindable(defaultValue = "3") int hourlyCatchUp,
        @Min(1) @Bindable(defaultValue = "7") int explainedDays,
        @Nullable String supplyFile,
        @Nullable String modelFile) {}
