package org.assay.signals.sink.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.assay.signals.sink.SinkFailedException;
import org.assay.signals.sink.SinkFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far a sink has come, stored beside what it has stored. */
final class SinkPositions {

    private static final Logger LOG = LoggerFactory.getLogger(SinkPositions.class);

    private final String sink;

    SinkPositions(String sink) {
        this.sink = sink;
    }

    /** The offsets that a partition holds: from {@code begin} up to, but not including, {@code end}. */
    record Extent(long begin, long end) {}

    /** A step of one partition. */
    record Step(long from, long to) {}

    /**
     * Answers where to read on, and makes this process the one that stores the partition: another that still thinks so
     * fails in {@link #advance} unless it stands at the same offset, which does no harm.
     */
    long claim(Connection connection, TopicPartition partition, String topicId, Extent extent) throws SQLException {
        long start = start(partition, stored(connection, partition, topicId), extent);
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into sink_offset (sink, topic, partition, topic_id, next_offset) values (?, ?, ?, ?, ?)
                on conflict (sink, topic, partition)
                do update set topic_id = excluded.topic_id, next_offset = excluded.next_offset""")) {
            upsert.setString(1, sink);
            upsert.setString(2, partition.topic());
            upsert.setInt(3, partition.partition());
            upsert.setString(4, topicId);
            upsert.setLong(5, start);
            upsert.executeUpdate();
        }
        return start;
    }

    private static long start(TopicPartition partition, OptionalLong stored, Extent extent) {
        if (stored.isEmpty()) {
            return extent.begin();
        }
        long next = stored.getAsLong();
        if (next < extent.begin()) {
            LOG.warn(
                    "{}: records {} to {} expired in Kafka before they were stored",
                    partition,
                    next,
                    extent.begin() - 1);
            return extent.begin();
        }
        if (next > extent.end()) {
            LOG.warn("{}: Kafka has lost records {} to {}, which are stored", partition, extent.end(), next - 1);
            return extent.end();
        }
        return next;
    }

    private OptionalLong stored(Connection connection, TopicPartition partition, String topicId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select next_offset from sink_offset
                where sink = ? and topic = ? and partition = ? and topic_id = ? for update""")) {
            query.setString(1, sink);
            query.setString(2, partition.topic());
            query.setInt(3, partition.partition());
            query.setString(4, topicId);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /**
     * Moves the positions on, in the transaction that stores the rows.
     *
     * @throws SinkFailedException when another process has taken over one of the partitions
     */
    void advance(Connection connection, String topicId, Map<TopicPartition, Step> steps)
            throws SQLException, SinkFailedException {
        try (PreparedStatement update = connection.prepareStatement("""
                update sink_offset set next_offset = ?
                where sink = ? and topic = ? and partition = ? and topic_id = ? and next_offset = ?""")) {
            for (var step : steps.entrySet()) {
                update.setLong(1, step.getValue().to());
                update.setString(2, sink);
                update.setString(3, step.getKey().topic());
                update.setInt(4, step.getKey().partition());
                update.setString(5, topicId);
                update.setLong(6, step.getValue().from());
                if (update.executeUpdate() != 1) {
                    throw new SinkFailedException(new SinkFailure.Retryable(
                            "position_taken", step.getKey() + " is stored by another process", Duration.ofSeconds(1)));
                }
            }
        }
    }
}
