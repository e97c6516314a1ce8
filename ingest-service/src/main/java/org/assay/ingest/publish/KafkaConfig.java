package org.assay.ingest.publish;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where Kafka is and how wide the topics are made.
 *
 * @param bootstrapServers {@code host:port}, comma separated
 * @param partitions of the market-data topics, when they are created here
 * @param replicationFactor copies of each partition, when they are created here
 */
@ConfigurationProperties("assay.kafka")
public record KafkaConfig(
        @Bindable(defaultValue = "localhost:9092") String bootstrapServers,
        @Bindable(defaultValue = "4") int partitions,
        @Bindable(defaultValue = "1") short replicationFactor) {}
