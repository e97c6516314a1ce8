package org.assay.api.price;

import com.google.protobuf.InvalidProtocolBufferException;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.assay.events.topic.Topic;
import org.assay.events.v1.Price;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the topic of latest prices on a thread of its own: all partitions from the beginning, without a group, for every
 * instance needs all of them.
 *
 * <p>It reads uncommitted records. A price is superseded within a moment anyhow, and what an aborted transaction published
 * is published again by the retry from the same trades; waiting for the commit would cost most of the time that a trade
 * may take to be seen.
 */
@Context
final class PriceFeed {

    private static final Logger LOG = LoggerFactory.getLogger(PriceFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration CONNECTION_CHECK = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PriceBoard board;
    private final String bootstrapServers;
    private final Thread thread =
            Thread.ofPlatform().name("price-feed").daemon(true).unstarted(this::run);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean connected;
    private volatile boolean closing;
    private volatile State state = State.CONNECTING;
    private final LongAdder records = new LongAdder();
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

    PriceFeed(PriceBoard board, @Value("${assay.kafka.bootstrap-servers}") String bootstrapServers) {
        this.board = board;
        this.bootstrapServers = bootstrapServers;
    }

    /** What the feed is doing. */
    enum State {
        /** Waiting for the broker or for the topic to exist. */
        CONNECTING,
        /** Reading what was there before this process began. */
        CATCHING_UP,
        /** Everything has been read; new prices arrive as they are published. */
        LIVE;

        /** As health shows it. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    State state() {
        return state;
    }

    /** False while there is no connection to any broker: what is served then ages. */
    boolean isConnected() {
        return connected;
    }

    /** Prices read since the process began. */
    long records() {
        return records.sum();
    }

    @PostConstruct
    void start() {
        thread.start();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        closing = true;
        KafkaConsumer<String, byte[]> present = consumer;
        if (present != null) {
            present.wakeup();
        }
        stopping.countDown();
        thread.join(Duration.ofSeconds(5));
    }

    private void run() {
        boolean complained = false;
        while (!closing) {
            try (KafkaConsumer<String, byte[]> reader = new KafkaConsumer<>(properties())) {
                consumer = reader;
                follow(reader);
            } catch (WakeupException | InterruptException e) {
                // Told to stop.
                return;
            } catch (KafkaException e) {
                if (!complained) {
                    LOG.warn("The prices cannot be followed now, trying on: {}", e.toString());
                    complained = true;
                }
                state = State.CONNECTING;
                if (!pause()) {
                    return;
                }
            } finally {
                consumer = null;
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> reader) {
        List<TopicPartition> partitions = partitions(reader);
        if (partitions.isEmpty()) {
            return;
        }
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = reader.endOffsets(partitions, PATIENCE);
        state = State.CATCHING_UP;
        connected = true;
        long checkedAt = System.nanoTime();
        while (!closing) {
            for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                take(record);
            }
            if (System.nanoTime() - checkedAt > CONNECTION_CHECK.toNanos()) {
                checkedAt = System.nanoTime();
                connected = hasConnection(reader);
            }
            if (state == State.CATCHING_UP
                    && ends.entrySet().stream().allMatch(end -> reader.position(end.getKey()) >= end.getValue())) {
                state = State.LIVE;
                board.markComplete();
                LOG.info("Following the prices of {} partitions, {} records read", partitions.size(), records.sum());
            }
        }
    }

    /** Those of the topic; waits for it to exist. */
    private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> reader) {
        while (!closing) {
            List<PartitionInfo> infos = reader.partitionsFor(Topic.PRICES.topicName(), PATIENCE);
            if (infos != null && !infos.isEmpty()) {
                return infos.stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
            }
            if (!pause()) {
                return List.of();
            }
        }
        return List.of();
    }

    private static boolean hasConnection(KafkaConsumer<String, byte[]> reader) {
        return reader.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("connection-count"))
                .anyMatch(metric -> metric.getValue().metricValue() instanceof Number count && count.doubleValue() > 0);
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return;
        }
        try {
            board.put(record.key(), Price.parseFrom(record.value()));
            records.increment();
        } catch (InvalidProtocolBufferException e) {
            LOG.warn(
                    "Price record {}-{}@{} is not readable: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
        }
    }

    private boolean pause() {
        try {
            return !stopping.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "assay-api-prices");
        return properties;
    }
}
