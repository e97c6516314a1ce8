package org.assay.signals.sink.postgres;

import com.google.protobuf.ByteString;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.assay.events.topic.Topic;
import org.assay.events.v1.DeadLetter;
import org.assay.signals.KafkaConfiguration;
import org.assay.signals.sink.SinkFailedException;
import org.assay.signals.sink.SinkFailure;
import org.jspecify.annotations.Nullable;

/** Sends records that cannot be stored to the dead letters, with where they lie. */
@Singleton
final class DeadLetterPublisher implements AutoCloseable {

    /** Stands where a venue would: the record came from one of our own topics. */
    static final String VENUE = "assay";

    private static final int MAX_PAYLOAD_BYTES = 48 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final KafkaConfiguration kafka;
    private @Nullable Producer<byte[], byte[]> producer;

    DeadLetterPublisher(KafkaConfiguration kafka) {
        this.kafka = kafka;
    }

    /** Returns when Kafka has the dead letter. */
    void publish(ConsumerRecord<byte[], byte[]> poison, SinkFailure.Rejected failure) throws SinkFailedException {
        DeadLetter letter = letter(poison, failure);
        try {
            producer()
                    .send(new ProducerRecord<>(
                            Topic.DEAD_LETTERS.topicName(),
                            VENUE.getBytes(StandardCharsets.UTF_8),
                            letter.toByteArray()))
                    .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (KafkaException e) {
            throw new SinkFailedException(SinkFailure.of(e), e);
        } catch (ExecutionException e) {
            SinkFailure reason = e.getCause() instanceof KafkaException cause
                    ? SinkFailure.of(cause)
                    : new SinkFailure.Retryable("kafka_unavailable", String.valueOf(e.getCause()), Duration.ZERO);
            throw new SinkFailedException(reason, e);
        } catch (TimeoutException e) {
            throw new SinkFailedException(
                    new SinkFailure.Retryable("kafka_unavailable", "no answer to a dead letter", Duration.ZERO), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SinkFailedException(
                    new SinkFailure.Retryable("kafka_unavailable", "interrupted", Duration.ZERO), e);
        }
    }

    static DeadLetter letter(ConsumerRecord<byte[], byte[]> poison, SinkFailure.Rejected failure) {
        byte[] value = poison.value() == null ? new byte[0] : poison.value();
        ByteString head = ByteString.copyFrom(value, 0, Math.min(value.length, MAX_PAYLOAD_BYTES));
        return DeadLetter.newBuilder()
                .setVenue(VENUE)
                .setCode(failure.code())
                .setReason("%s partition %d offset %d: %s"
                        .formatted(poison.topic(), poison.partition(), poison.offset(), failure.reason()))
                .setPayload(Base64.getEncoder().encodeToString(head.toByteArray()))
                .setSourceUrl("kafka:%s/%d/%d".formatted(poison.topic(), poison.partition(), poison.offset()))
                .setReceivedAtUs(poison.timestamp() * 1_000)
                .build();
    }

    private synchronized Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            open = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            kafka.bootstrapServers(),
                            ProducerConfig.CLIENT_ID_CONFIG,
                            "assay-sink-dead-letters",
                            ProducerConfig.ACKS_CONFIG,
                            "all",
                            ProducerConfig.MAX_BLOCK_MS_CONFIG,
                            TIMEOUT.toMillis()),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
            producer = open;
        }
        return open;
    }

    @Override
    @PreDestroy
    public synchronized void close() {
        if (producer != null) {
            producer.close(TIMEOUT);
        }
    }
}
