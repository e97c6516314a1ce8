package org.assay.signals;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/**
 * The Kafka cluster.
 *
 * @param bootstrapServers comma-separated {@code host:port}
 * @param partitions of each market-data topic, when this service creates them
 * @param replicationFactor copies of each partition, when this service creates them
 * @param sessionTimeout after which a consumer that died is taken out of its group, and what it read is given to others
 */
@ConfigurationProperties("assay.kafka")
public record KafkaConfiguration(
        @NotBlank @Bindable(defaultValue = "localhost:9092") String bootstrapServers,
        @Min(1) @Bindable(defaultValue = "4") int partitions,
        @Min(1) @Bindable(defaultValue = "1") int replicationFactor,
        @Bindable(defaultValue = "6s") Duration sessionTimeout) {

    /** How often a consumer says that it lives: three times within the session timeout. */
    public Duration heartbeatInterval() {
        return sessionTimeout.dividedBy(3);
    }
}
