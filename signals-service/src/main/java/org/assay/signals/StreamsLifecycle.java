package org.assay.signals;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.assay.events.token.Token;
import org.assay.events.token.TokenDirectory;
import org.assay.events.topic.TopicProvisioner;
import org.assay.signals.market.CandleRules;
import org.assay.signals.market.MarketTopology;
import org.assay.signals.price.PriceRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Provides the topics, runs the stream processing while the context lives, and stops it cleanly. */
@Context
@Requires(property = "assay.signals.streams.enabled", notEquals = "false")
public final class StreamsLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsLifecycle.class);

    private final KafkaConfiguration kafka;
    private final StreamsConfiguration configuration;
    private final KafkaStreams streams;

    StreamsLifecycle(
            KafkaConfiguration kafka,
            StreamsConfiguration configuration,
            CandleRules candles,
            PriceRules prices,
            MeterRegistry registry) {
        this.kafka = kafka;
        this.configuration = configuration;
        TokenDirectory directory = TokenDirectory.bundled();
        Topology topology = MarketTopology.build(
                candles,
                prices,
                id -> directory.find(id).flatMap(Token::pegCurrency).stream().anyMatch("USD"::equals),
                registry);
        this.streams = new KafkaStreams(topology, properties(kafka, configuration));
    }

    static Properties properties(KafkaConfiguration kafka, StreamsConfiguration configuration) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, configuration.applicationId());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, kafka.replicationFactor());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, configuration.threads());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, configuration.stateDir());
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                configuration.commitInterval().toMillis());
        properties.put(StreamsConfig.POLL_MS_CONFIG, configuration.pollTimeout().toMillis());
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, configuration.cacheBytes());
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        properties.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndContinueExceptionHandler.class);
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
                configuration.producerLinger().toMillis());
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        // The first request of a transaction may be sent back while the one before is being completed. Others in flight
        // would be sent back with it; and it has to be said again soon, or it would be late by the default of 100 ms.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 5L);
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int)
                kafka.sessionTimeout().toMillis());
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), (int)
                kafka.heartbeatInterval().toMillis());
        return properties;
    }

    @PostConstruct
    void start() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()))) {
            new TopicProvisioner(kafka.partitions(), (short) kafka.replicationFactor()).apply(admin);
        }
        streams.setUncaughtExceptionHandler(failure -> {
            // A fault of the cluster may pass; one of the processing would meet the same record again.
            boolean mayPass = failure instanceof KafkaException && !isOurs(failure);
            LOG.error(
                    "streams_thread_failed: {}", mayPass ? "the thread is replaced" : "the processing stops", failure);
            return mayPass
                    ? StreamThreadExceptionResponse.REPLACE_THREAD
                    : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.start();
    }

    private static boolean isOurs(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (!(cause instanceof KafkaException)) {
                return true;
            }
        }
        return false;
    }

    @PreDestroy
    void stop() {
        boolean clean = streams.close(CloseOptions.timeout(configuration.closeTimeout())
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        if (!clean) {
            LOG.warn(
                    "streams_stop_timeout: not stopped within {}; the running transaction is dropped and its input is"
                            + " read again at the next start",
                    configuration.closeTimeout());
        }
    }

    /** Where the processing stands. */
    public KafkaStreams.State state() {
        return streams.state();
    }
}
