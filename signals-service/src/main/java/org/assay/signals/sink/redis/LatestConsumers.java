package org.assay.signals.sink.redis;

import jakarta.inject.Singleton;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.assay.signals.KafkaConfiguration;
import org.assay.signals.sink.SinkConfiguration;

/** Opens the consumer of the latest values. */
@Singleton
final class LatestConsumers {

    private static final int FETCH_MIN_BYTES = 64 * 1024;
    private static final int LEAST_FETCH_WAIT_MS = 10;

    private final KafkaConfiguration kafka;
    private final int fetchWaitMs;

    LatestConsumers(KafkaConfiguration kafka, SinkConfiguration settings) {
        this.kafka = kafka;
        this.fetchWaitMs =
                (int) Math.max(LEAST_FETCH_WAIT_MS, settings.redisInterval().toMillis());
    }

    Consumer<byte[], byte[]> open() {
        return new KafkaConsumer<>(
                Map.ofEntries(
                        Map.entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()),
                        Map.entry(ConsumerConfig.GROUP_ID_CONFIG, "assay-sink-latest"),
                        Map.entry(ConsumerConfig.CLIENT_ID_CONFIG, "assay-sink-latest"),
                        Map.entry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int)
                                kafka.sessionTimeout().toMillis()),
                        Map.entry(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int)
                                kafka.heartbeatInterval().toMillis()),
                        Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                        // A latest value is wanted now, not at the next commit of the topology. Should its transaction
                        // be aborted, it computes the value again and that one follows at once.
                        Map.entry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted"),
                        Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest"),
                        Map.entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                        Map.entry(
                                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                                CooperativeStickyAssignor.class.getName()),
                        Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000),
                        // Redis is written to once in an interval: what comes sooner would wait for that anyway.
                        Map.entry(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_MIN_BYTES),
                        Map.entry(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, fetchWaitMs)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
