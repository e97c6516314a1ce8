package org.assay.signals;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/**
 * The Kafka cluster.
 *
 * @param bootstrapServers comma-separated {@code host:port}
 * @param partitions of each market-data topic, when this service creates them
 * @param replicationFactor copies of each partition, when this service creates them
 */
@ConfigurationProperties("assay.kafka")
public record KafkaConfiguration(
        @NotBlank @Bindable(defaultValue = "localhost:9092") String bootstrapServers,
        @Min(1) @Bindable(defaultValue = "4") int partitions,
        @Min(1) @Bindable(defaultValue = "1") int replicationFactor) {}
