package org.assay.signals.sink;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * The sinks.
 *
 * @param enabled whether this process stores anything
 * @param storeTrades whether single trades are stored; gaps are in any case
 * @param batchRecords most records of one transaction
 * @param fetchWait longest time that Kafka collects records for a batch
 * @param deadLettersPerDay most dead letters stored of one venue and UTC day; the topic has them all
 * @param redisInterval least time between two writes to Redis, during which only the latest value of a key is kept
 */
@ConfigurationProperties("assay.signals.sink")
public record SinkConfiguration(
        @Bindable(defaultValue = "true") boolean enabled,
        @Bindable(defaultValue = "true") boolean storeTrades,

        @Min(1) @Max(100_000) @Bindable(defaultValue = "5000")
        int batchRecords,

        @Bindable(defaultValue = "200ms") Duration fetchWait,
        @Min(0) @Bindable(defaultValue = "10000") int deadLettersPerDay,
        @Bindable(defaultValue = "100ms") Duration redisInterval) {}
