package org.assay.signals.sink.postgres;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.assay.events.topic.Topic;
import org.assay.signals.sink.SinkFailedException;
import org.assay.signals.sink.SinkFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One topic into Postgres, on one thread. Where to read on is read from Postgres, in which it was committed with the rows.
 *
 * <p>While Postgres is slow, nothing is polled; while it is away, the partitions are paused and the consumer stays in its
 * group. After a failure everything not committed is read again.
 */
final class SinkWorker<M> implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SinkWorker.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
    private static final Duration LAST_BACKOFF = Duration.ofSeconds(10);

    private final TableWriter<M> writer;
    private final BatchTransaction<M> transaction;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Function<String, String> topicIds;
    private final DeadLetterPublisher deadLetters;
    private final SinkMetrics metrics;

    // Of the worker's thread alone.
    private final Set<TopicPartition> unplaced = new HashSet<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private String topicId = "";
    private int failures;
    private long resumeAtNanos = System.nanoTime();

    private volatile SinkState state;
    private volatile boolean stopped;
    private volatile @Nullable Consumer<byte[], byte[]> open;

    SinkWorker(TableWriter<M> writer, BatchTransaction<M> transaction, SinkKafka kafka, SinkInstruments instruments) {
        this.writer = writer;
        this.transaction = transaction;
        this.consumers = () -> kafka.consumer(writer.name());
        this.topicIds = kafka::topicId;
        this.deadLetters = instruments.deadLetters();
        this.state = new SinkState(writer.name(), null, Map.of(), 0);
        this.metrics = new SinkMetrics(instruments.meters(), writer.name(), () -> state().lag());
    }

    SinkState state() {
        return state;
    }

    Topic topic() {
        return writer.topic();
    }

    @Override
    public void run() {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            open = consumer;
            consumer.subscribe(List.of(writer.topic().topicName()), new Assignment(consumer));
            while (!stopped) {
                step(consumer);
            }
        } catch (WakeupException e) {
            LOG.debug("Sink {} is told to stop", writer.name(), e);
        } catch (SinkFailedException | RuntimeException e) {
            SinkFailure failure = e instanceof SinkFailedException failed
                    ? failed.failure()
                    : new SinkFailure.Fatal("stopped", String.valueOf(e));
            LOG.error("Sink {} stops: {}", writer.name(), failure, e);
            metrics.failed(failure);
            state = new SinkState(writer.name(), failure, Map.of(), state.lag());
        }
    }

    /** Ends {@link #run} after the batch in hand. Safe from any thread. */
    void stop() {
        stopped = true;
        Consumer<byte[], byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private void step(Consumer<byte[], byte[]> consumer) throws SinkFailedException {
        try {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            // Not the injected clock: in a replay that one stands still or leaps.
            if (System.nanoTime() - resumeAtNanos < 0) {
                return;
            }
            place(consumer);
            if (!records.isEmpty()) {
                store(consumer, records);
            }
            succeeded(consumer);
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            failed(consumer, SinkFailure.of(e), e);
        } catch (SinkFailedException e) {
            failed(consumer, e.failure(), e);
        }
    }

    private void place(Consumer<byte[], byte[]> consumer) throws SinkFailedException {
        if (unplaced.isEmpty()) {
            return;
        }
        topicId = topicIds.apply(writer.topic().topicName());
        Map<TopicPartition, Long> begin = consumer.beginningOffsets(unplaced);
        Map<TopicPartition, Long> end = consumer.endOffsets(unplaced);
        for (TopicPartition partition : List.copyOf(unplaced)) {
            var extent = new SinkPositions.Extent(
                    begin.getOrDefault(partition, 0L), end.getOrDefault(partition, Long.MAX_VALUE));
            long start = transaction.claim(partition, topicId, extent);
            consumer.seek(partition, start);
            positions.put(partition, start);
            unplaced.remove(partition);
        }
        consumer.resume(consumer.assignment());
    }

    private void store(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records)
            throws SinkFailedException {
        long begin = System.nanoTime();
        Map<TopicPartition, SinkPositions.Step> steps = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            steps.put(
                    partition,
                    new SinkPositions.Step(positions.getOrDefault(partition, -1L), consumer.position(partition)));
        }
        List<SinkRecord<M>> readable = read(records);
        int rows = transaction.store(
                readable, topicId, steps, (refused, failure) -> reject(original(records, refused), failure));
        metrics.stored(records.count(), rows, System.nanoTime() - begin);
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        steps.forEach((partition, step) -> {
            positions.put(partition, step.to());
            offsets.put(partition, new OffsetAndMetadata(step.to()));
        });
        // For the tools that show the lag of consumer groups; nothing reads it back.
        consumer.commitAsync(offsets, (committed, e) -> {
            if (e != null) {
                LOG.debug("Kafka did not take the offsets of {}", writer.name(), e);
            }
        });
    }

    private List<SinkRecord<M>> read(ConsumerRecords<byte[], byte[]> records) throws SinkFailedException {
        List<SinkRecord<M>> readable = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.value() == null) {
                continue; // A tombstone of a compacted topic; rows stay.
            }
            try {
                M message = writer.parser().parseFrom(record.value());
                Optional<SinkFailure.Rejected> refusal = writer.refusal(message);
                if (refusal.isPresent()) {
                    reject(record, refusal.get());
                } else {
                    readable.add(new SinkRecord<>(record.partition(), record.offset(), message));
                }
            } catch (InvalidProtocolBufferException e) {
                reject(record, new SinkFailure.Rejected("unreadable_record", String.valueOf(e.getMessage())));
            }
        }
        return readable;
    }

    private void reject(ConsumerRecord<byte[], byte[]> record, SinkFailure.Rejected failure)
            throws SinkFailedException {
        LOG.warn(
                "Sink {} cannot store {}-{}@{}: {} {}",
                writer.name(),
                record.topic(),
                record.partition(),
                record.offset(),
                failure.code(),
                failure.reason());
        metrics.failed(failure);
        deadLetters.publish(record, failure);
    }

    private ConsumerRecord<byte[], byte[]> original(ConsumerRecords<byte[], byte[]> records, SinkRecord<M> refused) {
        return records.records(new TopicPartition(writer.topic().topicName(), refused.partition())).stream()
                .filter(record -> record.offset() == refused.offset())
                .findFirst()
                .orElseThrow();
    }

    private void succeeded(Consumer<byte[], byte[]> consumer) {
        if (failures > 0) {
            LOG.info("Sink {} stores again after {} failures", writer.name(), failures);
            failures = 0;
        }
        long lag = 0;
        Map<TopicPartition, Long> stored = new HashMap<>();
        for (TopicPartition partition : positions.keySet()) {
            // Also moves over transaction markers, which are no records.
            stored.put(partition, consumer.position(partition));
            OptionalLong behind = consumer.currentLag(partition);
            lag += behind.orElse(0);
        }
        state = new SinkState(writer.name(), null, stored, lag);
    }

    private void failed(Consumer<byte[], byte[]> consumer, SinkFailure failure, Exception cause)
            throws SinkFailedException {
        metrics.failed(failure);
        switch (failure) {
            case SinkFailure.Retryable retryable -> {
                Duration wait = backoff(retryable);
                if (failures++ == 0) {
                    LOG.warn("Sink {} cannot store and retries: {}", writer.name(), failure, cause);
                } else {
                    LOG.debug("Sink {} retries in {}: {}", writer.name(), wait, failure);
                }
                resumeAtNanos = System.nanoTime() + wait.toNanos();
                consumer.pause(consumer.assignment());
                unplaced.addAll(consumer.assignment());
                positions.clear();
                state = new SinkState(writer.name(), failure, Map.of(), state.lag());
            }
            case SinkFailure.Rejected _, SinkFailure.Fatal _ -> throw new SinkFailedException(failure, cause);
        }
    }

    private Duration backoff(SinkFailure.Retryable failure) {
        long capped = Math.min(LAST_BACKOFF.toMillis(), FIRST_BACKOFF.toMillis() << Math.min(failures, 10));
        long jittered = capped / 2 + ThreadLocalRandom.current().nextLong(capped / 2 + 1);
        return Duration.ofMillis(Math.max(jittered, failure.retryAfter().toMillis()));
    }

    private final class Assignment implements ConsumerRebalanceListener {

        private final Consumer<byte[], byte[]> consumer;

        Assignment(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // Nothing is read before the stored position is known.
            consumer.pause(partitions);
            unplaced.addAll(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(unplaced::remove);
            partitions.forEach(positions::remove);
        }
    }
}
