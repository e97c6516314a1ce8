package org.assay.signals.sink.partition;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long rows are kept, on our clock. Candles of five minutes and longer, and gaps, are kept for good.
 *
 * @param enabled false keeps everything, as a replay of an old recording needs
 * @param trades by event time
 * @param minuteCandles 1m candles, by open time
 * @param prices by the minute they are about
 * @param deadLetters by the time they were received
 * @param hourlyRatings hourly grades and signals, by the end of the hour
 * @param hourlyExplanations explanations of hourly grades
 * @param ratingDocuments quant figures, correlations, price levels, forecasts, scorecards and explanations of daily grades
 * @param sweepInterval how often expired rows are looked for
 */
@ConfigurationProperties("assay.signals.retention")
public record RetentionConfiguration(
        @Bindable(defaultValue = "true") boolean enabled,
        @Bindable(defaultValue = "2d") Duration trades,
        @Bindable(defaultValue = "90d") Duration minuteCandles,
        @Bindable(defaultValue = "400d") Duration prices,
        @Bindable(defaultValue = "30d") Duration deadLetters,
        @Bindable(defaultValue = "90d") Duration hourlyRatings,
        @Bindable(defaultValue = "7d") Duration hourlyExplanations,
        @Bindable(defaultValue = "400d") Duration ratingDocuments,
        @Bindable(defaultValue = "1h") Duration sweepInterval) {}
