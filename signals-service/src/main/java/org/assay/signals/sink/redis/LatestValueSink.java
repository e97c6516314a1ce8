package org.assay.signals.sink.redis;

import com.google.protobuf.ByteString;
import io.lettuce.core.RedisException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.util.StringUtils;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.assay.events.topic.Topic;
import org.assay.signals.sink.SinkConfiguration;
import org.assay.signals.sink.SinkFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the latest prices, quotes, candles and ratings in Redis ({@link org.assay.events.redis.RedisLayout}). Only the newest value
 * of a key waits to be written, so that nothing piles up while Redis is slow or away; when it comes back, it is given
 * everything.
 */
@Singleton
@Requires(property = "assay.signals.sink.enabled", notEquals = StringUtils.FALSE)
public final class LatestValueSink implements ApplicationEventListener<StartupEvent>, Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LatestValueSink.class);
    private static final Duration IDLE_POLL = Duration.ofMillis(250);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(10);
    // What quotes and candles are older than this is about to change anyway.
    private static final Duration REWIND = Duration.ofMinutes(2);
    private static final int MOST_FIELDS = 2_000;

    private final LatestConsumers consumers;
    private final RedisConfiguration redisSettings;
    private final Duration interval;
    private final Counter written;
    private final Counter unreadable;
    private final Thread thread;

    // Of the sink's thread alone.
    private final LatestBoard board = new LatestBoard();
    private final Set<TopicPartition> unplaced = new HashSet<>();
    private final Map<TopicPartition, Long> catchUp = new HashMap<>();
    private CompletableFuture<Void> inFlight = CompletableFuture.completedFuture(null);
    private List<LatestBoard.Slot> inFlightSlots = List.of();
    private long writeAtNanos = System.nanoTime();

    private volatile int pending;
    private volatile boolean stopped;
    private volatile @Nullable SinkFailure failure =
            new SinkFailure.Retryable("starting", "not connected yet", Duration.ZERO);
    private volatile @Nullable Consumer<byte[], byte[]> open;

    LatestValueSink(
            LatestConsumers consumers,
            RedisConfiguration redisSettings,
            SinkConfiguration settings,
            MeterRegistry meters) {
        this.consumers = consumers;
        this.redisSettings = redisSettings;
        this.interval = settings.redisInterval();
        this.written = Counter.builder("assay.latest.written")
                .description("Fields written to Redis")
                .register(meters);
        this.unreadable = Counter.builder("assay.latest.unreadable")
                .description("Records left out because they could not be read")
                .register(meters);
        Gauge.builder("assay.latest.pending", () -> pending)
                .description("Fields that Redis does not have yet")
                .register(meters);
        this.thread = Thread.ofPlatform().name("sink-latest").daemon(true).unstarted(this);
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        thread.start();
    }

    /** Why Redis is not up to date; empty when it is, but for the last moments. */
    public Optional<SinkFailure> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void run() {
        try (RedisWriter redis = new RedisWriter(redisSettings);
                Consumer<byte[], byte[]> consumer = consumers.open()) {
            open = consumer;
            consumer.subscribe(
                    LatestRecord.TOPICS.stream().map(Topic::topicName).toList(), new Assignment(consumer));
            while (!stopped) {
                step(consumer, redis);
            }
        } catch (WakeupException e) {
            LOG.debug("Told to stop", e);
        } catch (RuntimeException e) {
            LOG.error("Latest values are no longer written to Redis", e);
            failure = new SinkFailure.Fatal("stopped", String.valueOf(e));
        }
    }

    private void step(Consumer<byte[], byte[]> consumer, RedisWriter redis) {
        try {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(board.pending() > 0 ? interval : IDLE_POLL);
            place(consumer);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (!LatestRecord.put(board, record)) {
                    unreadable.increment();
                }
            }
            pending = board.pending();
            catchUp.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            switch (SinkFailure.of(e)) {
                case SinkFailure.Retryable retryable -> {
                    failed(retryable, e);
                    pause(consumer);
                }
                case SinkFailure.Fatal _, SinkFailure.Rejected _ -> throw e;
            }
        }
        write(redis);
    }

    private static void pause(Consumer<byte[], byte[]> consumer) {
        // Errors can come at once, again and again; this waits and can be woken.
        consumer.poll(IDLE_POLL);
    }

    private void place(Consumer<byte[], byte[]> consumer) {
        if (unplaced.isEmpty()) {
            return;
        }
        // Kafka stamps records by the system's clock, whatever the injected one says.
        long since = Instant.now().minus(REWIND).toEpochMilli();
        Map<TopicPartition, Long> ends = consumer.endOffsets(unplaced);
        Map<TopicPartition, Long> times = new HashMap<>();
        List<TopicPartition> whole = new ArrayList<>();
        for (TopicPartition partition : unplaced) {
            if (LatestRecord.READ_WHOLE.contains(partition.topic())) {
                whole.add(partition);
            } else {
                times.put(partition, since);
            }
        }
        var starts = consumer.offsetsForTimes(times);
        times.keySet().forEach(partition -> {
            var start = starts.get(partition);
            consumer.seek(partition, start == null ? ends.getOrDefault(partition, 0L) : start.offset());
        });
        // Prices are compacted: one for each token, and those that changed since. Ratings are few.
        consumer.seekToBeginning(whole);
        catchUp.putAll(ends);
        consumer.resume(unplaced);
        unplaced.clear();
    }

    private void write(RedisWriter redis) {
        // Until the log is read to where it ended at the start, the values are old ones that Redis may have newer.
        if (System.nanoTime() - writeAtNanos < 0 || !inFlight.isDone() || !catchUp.isEmpty()) {
            return;
        }
        try {
            inFlight.join();
            written.increment(inFlightSlots.size());
            inFlightSlots = List.of();
            redis.connect();
            if (redis.isConnectedAnew()) {
                board.taint();
            }
            succeeded();
            send(redis);
        } catch (CompletionException | RedisException e) {
            board.taint(inFlightSlots);
            inFlightSlots = List.of();
            inFlight = CompletableFuture.completedFuture(null);
            writeAtNanos = System.nanoTime() + RETRY.toNanos();
            Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            failed(new SinkFailure.Retryable("redis_unavailable", String.valueOf(cause.getMessage()), RETRY), cause);
        }
        pending = board.pending();
    }

    private void send(RedisWriter redis) {
        if (board.pending() > 0) {
            Map<LatestBoard.Slot, Optional<ByteString>> fields = board.take(MOST_FIELDS);
            inFlightSlots = List.copyOf(fields.keySet());
            inFlight = redis.write(fields);
            writeAtNanos = System.nanoTime() + interval.toNanos();
        }
    }

    private void succeeded() {
        if (failure != null) {
            LOG.info("Latest values go to Redis");
            failure = null;
        }
    }

    private void failed(SinkFailure next, Throwable cause) {
        SinkFailure before = failure;
        if (before == null || !before.code().equals(next.code())) {
            LOG.warn("Latest values cannot be written to Redis, retrying: {}", next, cause);
        }
        failure = next;
    }

    @Override
    @PreDestroy
    public void close() {
        stopped = true;
        Consumer<byte[], byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            if (thread.isAlive() && !thread.join(STOP)) {
                LOG.warn("{} did not stop within {}", thread.getName(), STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Assignment implements ConsumerRebalanceListener {

        private final Consumer<byte[], byte[]> consumer;

        Assignment(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            consumer.pause(partitions);
            unplaced.addAll(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(unplaced::remove);
            partitions.forEach(catchUp::remove);
            board.forget(partitions);
        }
    }
}
