package org.assay.signals.rating.run;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.assay.events.topic.Topic;
import org.assay.signals.rating.Outlet;
import org.assay.signals.rating.RatingException;
import org.assay.signals.sink.postgres.PostgresSinks;
import org.assay.signals.sink.postgres.SinkKafka;

/** Tells whether everything that was ever said on the ratings' topics is in Postgres. */
@Singleton
final class SaidSoFar {

    private static final List<String> TOPICS = List.of(
            Topic.GRADES.topicName(),
            Topic.SIGNALS.topicName(),
            Topic.INDICES.topicName(),
            Topic.RATING_DOCUMENTS.topicName());
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final RatingPublisher publisher;
    private final SinkKafka kafka;
    private final PostgresSinks sinks;
    private final RatingStore store;

    SaidSoFar(RatingPublisher publisher, SinkKafka kafka, PostgresSinks sinks, RatingStore store) {
        this.publisher = publisher;
        this.kafka = kafka;
        this.sinks = sinks;
        this.store = store;
    }

    Outlet outlet() {
        return publisher;
    }

    /** Without that, what is read back would be older than what was said. */
    boolean isStored() throws SQLException, RatingException {
        boolean starting = sinks.states().stream()
                .anyMatch(state ->
                        state.failure() != null && state.failure().code().equals("starting"));
        if (starting) {
            return false;
        }
        for (String topic : TOPICS) {
            Map<Integer, Long> stored = store.stored(topic);
            for (Map.Entry<Integer, Long> end : ends(topic).entrySet()) {
                if (end.getValue() > stored.getOrDefault(end.getKey(), 0L)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Map<Integer, Long> ends(String topic) throws RatingException {
        try {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            kafka.admin()
                    .describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .values()
                    .forEach(description -> description
                            .partitions()
                            .forEach(partition ->
                                    latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
            Map<Integer, Long> ends = new HashMap<>();
            kafka.admin()
                    .listOffsets(latest)
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
            return ends;
        } catch (ExecutionException | KafkaException e) {
            throw new RatingException.Retryable("kafka_unavailable", String.valueOf(e.getMessage()), RETRY, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RatingException.Retryable("interrupted", "told to stop", Duration.ZERO, e);
        }
    }
}
