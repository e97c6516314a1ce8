package org.assay.signals.sink;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.assay.events.topic.Topic;
import org.assay.signals.sink.postgres.PostgresSinks;
import org.assay.signals.sink.postgres.SinkKafka;
import org.assay.signals.sink.postgres.SinkState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whether everything that was published has been computed and stored.
 *
 * <p>Meant for a feed that has ended (a replay): its last {@code Tick} of each venue is marked {@code last}, so that the
 * topology holds nothing back. Sees the partitions that this process stores; with several instances of the service none
 * of them can tell.
 */
@Singleton
@Requires(property = "assay.signals.sink.enabled", notEquals = StringUtils.FALSE)
public final class SinkProgress {

    private static final Logger LOG = LoggerFactory.getLogger(SinkProgress.class);
    private static final long PAUSE_MS = 100;

    private final PostgresSinks sinks;
    private final SinkKafka kafka;
    private final List<StreamsInput> streams;

    SinkProgress(PostgresSinks sinks, SinkKafka kafka, List<StreamsInput> streams) {
        this.sinks = sinks;
        this.kafka = kafka;
        this.streams = List.copyOf(streams);
    }

    /**
     * Whether the topology has read its input to the end and committed what it made of it, and every sink has stored its
     * topic to the end.
     *
     * @throws KafkaException when Kafka does not answer
     */
    public boolean caughtUp() {
        try {
            // In this order: what the topology has committed is in the ends that are read after it.
            return streamsHaveReadAll() && sinksHaveStoredAll();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    /**
     * Waits until {@link #caughtUp}.
     *
     * @return false when it took longer than {@code timeout}
     * @throws InterruptedException when the thread is told to stop waiting
     */
    public boolean awaitCaughtUp(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (true) {
            if (caughtUpOrUnknown()) {
                return true;
            }
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            Thread.sleep(PAUSE_MS);
        }
    }

    private boolean caughtUpOrUnknown() throws InterruptedException {
        try {
            return caughtUp();
        } catch (InterruptException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        } catch (KafkaException e) {
            LOG.debug("Progress is not known at the moment", e);
            return false;
        }
    }

    private boolean streamsHaveReadAll() throws ExecutionException, InterruptedException {
        for (StreamsInput input : streams) {
            Map<TopicPartition, OffsetAndMetadata> committed = kafka.admin()
                    .listConsumerGroupOffsets(input.consumerGroup())
                    .partitionsToOffsetAndMetadata()
                    .get();
            List<String> topics = new ArrayList<>(List.of(Topic.TRADES.topicName()));
            committed.keySet().stream().map(TopicPartition::topic).forEach(topics::add);
            for (var end : ends(topics.stream().distinct().toList()).entrySet()) {
                OffsetAndMetadata position = committed.get(end.getKey());
                // A partition that never had a record needs no position.
                if (end.getValue() > 0 && (position == null || position.offset() < end.getValue())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean sinksHaveStoredAll() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends =
                ends(sinks.topics().stream().map(Topic::topicName).toList());
        List<SinkState> states = sinks.states();
        if (states.stream().anyMatch(state -> state.failure() != null)) {
            return false;
        }
        Map<TopicPartition, Long> stored = new HashMap<>();
        states.forEach(state -> stored.putAll(state.stored()));
        return ends.entrySet().stream().allMatch(end -> stored.getOrDefault(end.getKey(), -1L) >= end.getValue());
    }

    private Map<TopicPartition, Long> ends(List<String> topics) throws ExecutionException, InterruptedException {
        Admin admin = kafka.admin();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (TopicDescription topic :
                admin.describeTopics(topics).allTopicNames().get().values()) {
            topic.partitions()
                    .forEach(partition ->
                            latest.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
        }
        // Uncommitted ones count: the end of a transaction reaches its partitions one after the other, and what one of
        // them
        // does not show yet is still to be stored. Sinks stand at these ends when nothing is open any more.
        return admin
                .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }
}
