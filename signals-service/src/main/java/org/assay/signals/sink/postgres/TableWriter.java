package org.assay.signals.sink.postgres;

import com.google.protobuf.Parser;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.assay.events.topic.Topic;
import org.assay.signals.sink.SinkFailure;

/**
 * Makes rows of the records of one topic. Writing is idempotent, and what is stored in the end does not depend on how the
 * records were cut into batches. Called from one thread.
 *
 * @param <M> the topic's record
 */
public interface TableWriter<M> {

    /** A stable name, for instance {@code trades}; the position is stored under it. */
    String name();

    Topic topic();

    Parser<M> parser();

    /** Why the record can never be stored; empty when it can, as far as the record itself tells. */
    Optional<SinkFailure.Rejected> refusal(M message);

    /**
     * Makes what the rows need in order to be inserted (partitions, keys), outside of the transaction. Every record has
     * passed {@link #refusal}.
     */
    void prepare(List<SinkRecord<M>> batch) throws SQLException;

    /**
     * Writes the rows in the connection's transaction, neither committing nor rolling back.
     *
     * @return the number of rows written
     */
    int write(Connection connection, List<SinkRecord<M>> batch) throws SQLException;
}
