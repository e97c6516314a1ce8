package org.assay.signals.rating.run;

import com.google.protobuf.MessageLite;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.assay.events.topic.Topic;
import org.assay.events.v1.Grade;
import org.assay.events.v1.IndexDay;
import org.assay.events.v1.RatingDocument;
import org.assay.events.v1.Signal;
import org.assay.signals.KafkaConfiguration;
import org.assay.signals.rating.Outlet;
import org.assay.signals.rating.RatingException;
import org.jspecify.annotations.Nullable;

/** Says ratings on their topics. */
@Singleton
final class RatingPublisher implements Outlet, AutoCloseable {

    private static final Duration CLOSE = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final int LARGEST_RECORD = 8 << 20;

    private final KafkaConfiguration kafka;
    private final List<Future<?>> pending = new ArrayList<>();
    private @Nullable Producer<byte[], byte[]> producer;

    RatingPublisher(KafkaConfiguration kafka) {
        this.kafka = kafka;
    }

    @Override
    public void say(Grade grade) {
        send(Topic.GRADES, grade.getToken(), grade);
    }

    @Override
    public void say(Signal signal) {
        send(Topic.SIGNALS, signal.getToken(), signal);
    }

    @Override
    public void say(IndexDay day) {
        send(Topic.INDICES, day.getIndexId(), day);
    }

    @Override
    public void say(RatingDocument document) {
        send(Topic.RATING_DOCUMENTS, document.getKind().name(), document);
    }

    private void send(Topic topic, String key, MessageLite message) {
        pending.add(producer()
                .send(new ProducerRecord<>(
                        topic.topicName(), key.getBytes(StandardCharsets.UTF_8), message.toByteArray())));
    }

    @Override
    public void flush() throws RatingException {
        List<Future<?>> sent = List.copyOf(pending);
        pending.clear();
        try {
            producer().flush();
            for (Future<?> record : sent) {
                record.get();
            }
        } catch (ExecutionException | KafkaException e) {
            Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            throw new RatingException.Retryable("kafka_unavailable", String.valueOf(cause.getMessage()), RETRY, cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RatingException.Retryable("interrupted", "told to stop", Duration.ZERO, e);
        }
    }

    private Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            open = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            kafka.bootstrapServers(),
                            ProducerConfig.CLIENT_ID_CONFIG,
                            "assay-ratings",
                            ProducerConfig.ACKS_CONFIG,
                            "all",
                            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                            true,
                            ProducerConfig.COMPRESSION_TYPE_CONFIG,
                            "lz4",
                            ProducerConfig.LINGER_MS_CONFIG,
                            20,
                            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                            LARGEST_RECORD),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
            producer = open;
        }
        return open;
    }

    @Override
    @PreDestroy
    public void close() {
        Producer<byte[], byte[]> open = producer;
        if (open != null) {
            open.close(CLOSE);
        }
    }
}
