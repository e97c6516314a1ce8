package org.assay.ingest.history;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How much of the past a fresh start asks for.
 *
 * @param enabled whether it asks at all
 * @param daily of daily candles
 * @param hourly of hourly candles
 * @param minutely of one-minute candles
 * @param candlesPerSecond most candles that one venue's history publishes in a second, so that the import leaves the
 *     machine to what is live
 */
@ConfigurationProperties("assay.ingest.history")
public record HistoryConfig(
        @Bindable(defaultValue = "true") boolean enabled,
        @Bindable(defaultValue = "90d") Duration daily,
        @Bindable(defaultValue = "7d") Duration hourly,
        @Bindable(defaultValue = "24h") Duration minutely,
        @Bindable(defaultValue = "200") int candlesPerSecond) {}
