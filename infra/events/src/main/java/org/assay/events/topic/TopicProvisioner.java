package org.assay.events.topic;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Brings the topics of a Kafka cluster in line with {@link Topic}: creates what is missing and sets the declared
 * settings. Safe to run from several services at once, and again.
 */
public final class TopicProvisioner {

    private static final int ATTEMPTS = 600;
    private static final Duration RETRY_AFTER = Duration.ofMillis(100);

    private final int marketDataPartitions;
    private final short replicationFactor;

    /** See {@link Topic#declaration(int, short)}. */
    public TopicProvisioner(int marketDataPartitions, short replicationFactor) {
        this.marketDataPartitions = marketDataPartitions;
        this.replicationFactor = replicationFactor;
    }

    /**
     * Applies all declarations. The partition count of a topic that exists is left as it is: changing it would move
     * keys between partitions. Returns when every partition takes records: a broker that has heard of a new partition a
     * moment after its leader was announced can accept an idempotent producer's second batch and then refuse the first.
     *
     * @throws IllegalStateException when the cluster refuses, with its answer as the cause
     */
    public void apply(Admin admin) throws InterruptedException {
        create(admin);
        try {
            admin.incrementalAlterConfigs(alterations()).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka refused the topic settings: " + e.getCause(), e.getCause());
        }
        awaitLeaders(admin);
    }

    private static void awaitLeaders(Admin admin) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                admin.listOffsets(ends(admin)).all().get();
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RetriableException) || attempt == ATTEMPTS) {
                    throw new IllegalStateException("Kafka's topics are not ready: " + e.getCause(), e.getCause());
                }
                Thread.sleep(RETRY_AFTER);
            }
        }
    }

    /** What only the leaders themselves can answer. */
    private static Map<TopicPartition, OffsetSpec> ends(Admin admin) throws InterruptedException, ExecutionException {
        List<String> names = Arrays.stream(Topic.values()).map(Topic::topicName).toList();
        return admin.describeTopics(names).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(toMap(partition -> partition, _ -> OffsetSpec.latest()));
    }

    private void create(Admin admin) throws InterruptedException {
        List<NewTopic> declarations = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            declarations.add(topic.declaration(marketDataPartitions, replicationFactor));
        }
        for (var created : admin.createTopics(declarations).values().entrySet()) {
            try {
                created.getValue().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new IllegalStateException(
                            "Kafka refused to create topic " + created.getKey() + ": " + e.getCause(), e.getCause());
                }
            }
        }
    }

    private static Map<ConfigResource, Collection<AlterConfigOp>> alterations() {
        return Arrays.stream(Topic.values())
                .collect(toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()),
                        topic -> topic.settings().entrySet().stream()
                                .map(setting -> new AlterConfigOp(
                                        new ConfigEntry(setting.getKey(), setting.getValue()),
                                        AlterConfigOp.OpType.SET))
                                .toList()));
    }
}
