package org.assay.signals.sink.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.assay.signals.sink.SinkFailedException;
import org.assay.signals.sink.SinkFailure;

/**
 * Stores batches: rows and position in one transaction, so that each record is stored exactly once whatever dies when.
 * A record that Postgres refuses is singled out; the others are stored.
 */
final class BatchTransaction<M> {

    private final DataSource database;
    private final TableWriter<M> writer;
    private final SinkPositions positions;

    BatchTransaction(DataSource database, TableWriter<M> writer) {
        this.database = database;
        this.writer = writer;
        this.positions = new SinkPositions(writer.name());
    }

    /** Takes the records that Postgres refuses. */
    @FunctionalInterface
    interface Rejections<M> {
        void add(SinkRecord<M> record, SinkFailure.Rejected failure) throws SinkFailedException;
    }

    /** See {@link SinkPositions#claim}. */
    long claim(TopicPartition partition, String topicId, SinkPositions.Extent extent) throws SinkFailedException {
        try (Connection connection = begin()) {
            try {
                long start = positions.claim(connection, partition, topicId, extent);
                connection.commit();
                return start;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new SinkFailedException(SinkFailure.of(e), e);
        }
    }

    /**
     * Stores a batch and moves the position on.
     *
     * @param rejected is told of each record that Postgres refuses, before the commit; what it throws undoes the batch
     * @return the number of rows written
     * @throws SinkFailedException nothing was stored; never {@link SinkFailure.Rejected}
     */
    int store(
            List<SinkRecord<M>> batch,
            String topicId,
            Map<TopicPartition, SinkPositions.Step> steps,
            Rejections<M> rejected)
            throws SinkFailedException {
        try {
            writer.prepare(batch);
            try (Connection connection = begin()) {
                try {
                    int rows = write(connection, batch, rejected);
                    positions.advance(connection, topicId, steps);
                    connection.commit();
                    return rows;
                } catch (SQLException | SinkFailedException | RuntimeException e) {
                    connection.rollback();
                    throw e;
                }
            }
        } catch (SQLException e) {
            throw new SinkFailedException(unlessRejected(e), e);
        }
    }

    private Connection begin() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    // Outside of the rows a refusal is no record's fault; it is tried again like any other trouble.
    private static SinkFailure unlessRejected(SQLException e) {
        return switch (SinkFailure.of(e)) {
            case SinkFailure.Rejected refused ->
                new SinkFailure.Retryable("database_refused", refused.reason(), Duration.ofSeconds(5));
            case SinkFailure.Retryable retryable -> retryable;
            case SinkFailure.Fatal fatal -> fatal;
        };
    }

    private int write(Connection connection, List<SinkRecord<M>> batch, Rejections<M> rejected)
            throws SQLException, SinkFailedException {
        if (batch.isEmpty()) {
            return 0;
        }
        Savepoint before = connection.setSavepoint();
        try {
            int rows = writer.write(connection, batch);
            connection.releaseSavepoint(before);
            return rows;
        } catch (SQLException e) {
            switch (SinkFailure.of(e)) {
                case SinkFailure.Rejected refused -> {
                    connection.rollback(before);
                    return writeHalves(connection, batch, refused, rejected);
                }
                case SinkFailure.Retryable _, SinkFailure.Fatal _ -> throw e;
            }
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            connection.rollback(before);
            return writeHalves(
                    connection, batch, new SinkFailure.Rejected("unstorable_record", String.valueOf(e)), rejected);
        }
    }

    private int writeHalves(
            Connection connection, List<SinkRecord<M>> batch, SinkFailure.Rejected refused, Rejections<M> rejected)
            throws SQLException, SinkFailedException {
        if (batch.size() == 1) {
            rejected.add(batch.getFirst(), refused);
            return 0;
        }
        int middle = batch.size() / 2;
        return write(connection, batch.subList(0, middle), rejected)
                + write(connection, batch.subList(middle, batch.size()), rejected);
    }
}
