package org.assay.signals.sink.postgres;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.assay.signals.KafkaConfiguration;
import org.assay.signals.sink.SinkConfiguration;
import org.jspecify.annotations.Nullable;

/** The Kafka clients of the sinks. */
@Singleton
public final class SinkKafka implements AutoCloseable {

    private static final int FETCH_MIN_BYTES = 512 * 1024;
    private static final int ADMIN_TIMEOUT_MS = 10_000;

    private final KafkaConfiguration kafka;
    private final SinkConfiguration settings;
    private @Nullable Admin admin;

    SinkKafka(KafkaConfiguration kafka, SinkConfiguration settings) {
        this.kafka = kafka;
        this.settings = settings;
    }

    /** A consumer of raw records in the group of this sink; it sees committed records only. */
    Consumer<byte[], byte[]> consumer(String sink) {
        return new KafkaConsumer<>(
                Map.ofEntries(
                        Map.entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()),
                        Map.entry(ConsumerConfig.GROUP_ID_CONFIG, "assay-sink-" + sink),
                        Map.entry(ConsumerConfig.CLIENT_ID_CONFIG, "assay-sink-" + sink),
                        Map.entry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int)
                                kafka.sessionTimeout().toMillis()),
                        Map.entry(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int)
                                kafka.heartbeatInterval().toMillis()),
                        Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                        Map.entry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
                        Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                        Map.entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                        Map.entry(
                                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                                List.of(CooperativeStickyAssignor.class)),
                        Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchRecords()),
                        // Large batches cost less; a row may come a moment later.
                        Map.entry(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_MIN_BYTES),
                        Map.entry(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int)
                                settings.fetchWait().toMillis())),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * The id that Kafka gave the topic when it was made.
     *
     * @throws KafkaException when it cannot be had
     */
    String topicId(String topic) {
        try {
            return Objects.requireNonNull(admin().describeTopics(List.of(topic))
                            .allTopicNames()
                            .get()
                            .get(topic))
                    .topicId()
                    .toString();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    /** The shared admin client; not to be closed by callers. */
    public synchronized Admin admin() {
        Admin open = admin;
        if (open == null) {
            open = Admin.create(Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                    kafka.bootstrapServers(),
                    AdminClientConfig.CLIENT_ID_CONFIG,
                    "assay-sink",
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                    ADMIN_TIMEOUT_MS,
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    ADMIN_TIMEOUT_MS / 2));
            admin = open;
        }
        return open;
    }

    @Override
    @PreDestroy
    public synchronized void close() {
        if (admin != null) {
            admin.close();
        }
    }
}
