package org.assay.signals;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/**
 * How the stream processing runs.
 *
 * @param enabled whether it runs at all; off in a process that only stores
 * @param applicationId the consumer group, and the prefix of internal topics; changing it starts from nothing
 * @param threads of this process; no more than the partitions of the trades topic are ever busy
 * @param stateDir folder of the local state; can be restored from Kafka when lost
 * @param commitInterval how often candles and the prices of a minute become visible to the sinks; each commit is a Kafka
 *     transaction, for whose end the processing waits. The latest prices are read uncommitted and do not wait for it
 * @param pollTimeout the longest wait for records before due work is done
 * @param producerLinger how long a record waits for others before it is sent
 * @param cacheBytes memory in which writes of state are conflated between commits, of all threads together
 * @param closeTimeout the longest wait for a clean stop
 */
@ConfigurationProperties("assay.signals.streams")
public record StreamsConfiguration(
        @Bindable(defaultValue = "true") boolean enabled,
        @NotBlank @Bindable(defaultValue = "assay-signals") String applicationId,
        @Min(1) @Bindable(defaultValue = "2") int threads,
        @NotBlank @Bindable(defaultValue = ".assay/signals") String stateDir,
        @Bindable(defaultValue = "1s") Duration commitInterval,
        @Bindable(defaultValue = "20ms") Duration pollTimeout,
        @Bindable(defaultValue = "5ms") Duration producerLinger,
        @Min(0) @Bindable(defaultValue = "67108864") long cacheBytes,
        @Bindable(defaultValue = "30s") Duration closeTimeout) {}
