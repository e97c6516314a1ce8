package org.assay.ingest.publish;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.assay.events.topic.Topic;
import org.assay.events.topic.TopicProvisioner;

/** Brings up the topics and the one producer of a worker process. */
public final class KafkaConnection {

    private KafkaConnection() {}

    /**
     * Applies the topic declarations and opens the publisher.
     *
     * @throws IllegalStateException when the cluster refuses a declaration
     */
    public static EventPublisher open(KafkaConfig config) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", config.bootstrapServers()))) {
            new TopicProvisioner(config.partitions(), config.replicationFactor()).apply(admin);
        }
        Producer<byte[], byte[]> producer = new KafkaProducer<>(settings(config));
        // A topic that was made by another service may be wider or narrower than declared here.
        int partitions = producer.partitionsFor(Topic.TRADES.topicName()).size();
        return new EventPublisher(producer, partitions);
    }

    private static Properties settings(KafkaConfig config) {
        Properties settings = new Properties();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "assay-ingest");
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        // With more, a partition whose leader is just coming up may refuse the first batch and take the second; the
        // first is then out of sequence for good.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 32L * 1024 * 1024);
        // A broker that is away is waited for: the buffer fills and the socket readers stand still, nothing is lost.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.MAX_VALUE);
        return settings;
    }
}
