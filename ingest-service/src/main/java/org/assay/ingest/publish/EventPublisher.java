package org.assay.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.MessageLite;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.assay.events.topic.Topic;
import org.assay.events.v1.DeadLetter;
import org.assay.events.v1.Instrument;
import org.assay.events.v1.MarketEvent;
import org.assay.events.v1.Quote;
import org.assay.events.v1.StreamPosition;
import org.assay.events.v1.Tick;
import org.assay.events.v1.VenueStatus;
import org.assay.ingest.market.VenueMarket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to Kafka, each record to the partition its key asks for. Records of one partition keep the order of the calls.
 *
 * <p>A call blocks while the producer's buffer is full, which is what holds the socket readers back. Nothing is dropped:
 * a record that Kafka refuses for good is counted in {@link #failures()} and logged, and no position passes it.
 */
public final class EventPublisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventPublisher.class);

    private final Producer<byte[], byte[]> producer;
    private final int partitions;
    private final AtomicLong failures = new AtomicLong();

    /** @param partitions of the market-data topics as they are in the cluster */
    public EventPublisher(Producer<byte[], byte[]> producer, int partitions) {
        this.producer = producer;
        this.partitions = partitions;
    }

    /** Publishes an event of a market; {@code onAcked} runs on Kafka's thread once it is safe. */
    public void event(VenueMarket market, MarketEvent event, @Nullable Runnable onAcked) {
        send(Topic.TRADES, market.partition(), market.key(), event, onAcked);
    }

    /** Publishes a market's candle of the past. */
    public void history(VenueMarket market, MarketEvent event) {
        send(Topic.HISTORY, market.partition(), market.key(), event, null);
    }

    /** Publishes a candle of the past to every partition. */
    public void historyToAll(String key, MarketEvent event) {
        for (int partition = 0; partition < partitions; partition++) {
            send(Topic.HISTORY, partition, key, event, null);
        }
    }

    public void tick(int partition, Tick tick) {
        MarketEvent event = MarketEvent.newBuilder().setTick(tick).build();
        send(Topic.TRADES, partition, tick.getVenue(), event, null);
    }

    public void quote(VenueMarket market, Quote quote) {
        send(Topic.QUOTES, market.partition(), market.key(), quote, null);
    }

    public void instrument(String marketId, Instrument instrument) {
        send(Topic.INSTRUMENTS, null, marketId, instrument, null);
    }

    public void status(VenueStatus status) {
        send(Topic.VENUE_STATUS, null, status.getVenue(), status, null);
    }

    public void deadLetter(DeadLetter letter) {
        send(Topic.DEAD_LETTERS, null, letter.getVenue(), letter, null);
    }

    public void position(String key, StreamPosition position) {
        send(Topic.STREAM_POSITIONS, null, key, position, null);
    }

    /** Blocks until everything published so far is acknowledged or has failed. */
    public void flush() {
        producer.flush();
    }

    public int partitions() {
        return partitions;
    }

    /** Records that Kafka refused for good. */
    public long failures() {
        return failures.get();
    }

    @Override
    public void close() {
        producer.close();
    }

    /** Closes within a bounded time; what is not acknowledged by then is given up, and waiting callers fail. */
    public void close(Duration atMost) {
        producer.close(atMost);
    }

    private void send(
            Topic topic, @Nullable Integer partition, String key, MessageLite value, @Nullable Runnable onAcked) {
        ProducerRecord<byte[], byte[]> outgoing =
                new ProducerRecord<>(topic.topicName(), partition, key.getBytes(UTF_8), value.toByteArray());
        var _ = producer.send(outgoing, (metadata, failure) -> {
            if (failure != null) {
                failures.incrementAndGet();
                LOG.error("Kafka refused a record of {} for {}", topic.topicName(), key, failure);
            } else if (onAcked != null) {
                onAcked.run();
            }
        });
    }
}
