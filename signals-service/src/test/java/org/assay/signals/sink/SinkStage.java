package org.assay.signals.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.assay.events.topic.Topic;
import org.assay.events.topic.TopicProvisioner;
import org.assay.signals.SignalsService;
import org.assay.testkit.embedded.EmbeddedKafka;
import org.assay.testkit.embedded.EmbeddedServices;

/** A Kafka of its own, the shared Postgres and Redis, and the sinks started on a database of their own. */
public final class SinkStage implements AutoCloseable {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final EmbeddedKafka kafka;
    private final KafkaProducer<byte[], byte[]> producer;

    private SinkStage(EmbeddedKafka kafka) {
        this.kafka = kafka;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all", "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Starts Kafka below {@code folder} and makes the topics, four partitions each. */
    public static SinkStage start(Path folder) throws InterruptedException {
        EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            new TopicProvisioner(4, (short) 1).apply(admin);
        }
        return new SinkStage(kafka);
    }

    /** The name of a new, empty database. */
    public String newDatabase() {
        String name = "sinks_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        EmbeddedServices.shared().postgres().createDatabase(name);
        return name;
    }

    /** The settings of a service on this stage. Retention is off: the records are of 2024. */
    public Map<String, Object> settings(String database) {
        Map<String, Object> settings = new HashMap<>(EmbeddedServices.shared().settings(database));
        settings.put("assay.kafka.bootstrap-servers", kafka.bootstrapServers());
        settings.put("assay.signals.retention.enabled", false);
        settings.put("assay.signals.streams.enabled", false);
        settings.put("assay.signals.rating.enabled", false);
        settings.put("assay.signals.sink.fetch-wait", "20ms");
        return settings;
    }

    /** Starts the service; the caller closes it. */
    public ApplicationContext service(String database, Map<String, Object> more) {
        Map<String, Object> settings = settings(database);
        settings.putAll(more);
        return SignalsService.start(settings);
    }

    /** Starts the service, waits until all that was published is stored, and stops it. */
    public void storeAll(String database, Map<String, Object> more) throws InterruptedException {
        try (ApplicationContext service = service(database, more)) {
            awaitStored(service);
        }
    }

    /** Waits until all that was published is stored. */
    public static void awaitStored(ApplicationContext service) throws InterruptedException {
        assertThat(service.getBean(SinkProgress.class).awaitCaughtUp(Duration.ofSeconds(60)))
                .isTrue();
    }

    /** Publishes the record; returns when Kafka has it. */
    public void publish(Topic topic, String key, Message message) {
        publish(topic, key, message.toByteArray());
    }

    /** Publishes any bytes; returns when Kafka has them. */
    public void publish(Topic topic, String key, byte[] value) {
        try {
            producer.send(record(topic, key, value)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Publishes the end of a key; returns when Kafka has it. */
    @SuppressWarnings("NullAway") // Kafka's tombstone.
    public void tombstone(Topic topic, String key) {
        publish(topic, key, (byte[]) null);
    }

    /** Publishes the records without waiting for each. */
    public void publishAll(Topic topic, String key, Iterable<? extends Message> messages) {
        List<Future<?>> sent = new ArrayList<>();
        messages.forEach(message -> sent.add(producer.send(record(topic, key, message.toByteArray()))));
        producer.flush();
        sent.forEach(Future::resultNow);
    }

    private static ProducerRecord<byte[], byte[]> record(Topic topic, String key, byte[] value) {
        return new ProducerRecord<>(topic.topicName(), key.getBytes(StandardCharsets.UTF_8), value);
    }

    /** A producer of transactions on this stage; the caller closes it. */
    public KafkaProducer<byte[], byte[]> transactional(String id) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        settings.put("transactional.id", id);
        KafkaProducer<byte[], byte[]> made =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        made.initTransactions();
        return made;
    }

    /** The rows of a query, columns joined by {@code |}. */
    public static List<String> rows(String database, String sql) {
        try (Connection connection = EmbeddedServices.shared().postgres().connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            try (ResultSet rows = statement.executeQuery(sql)) {
                List<String> lines = new ArrayList<>();
                while (rows.next()) {
                    List<String> cells = new ArrayList<>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        cells.add(String.valueOf(rows.getString(i)));
                    }
                    lines.add(String.join("|", cells));
                }
                return lines;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Runs a statement. */
    public static void run(String database, String sql) {
        try (Connection connection = EmbeddedServices.shared().postgres().connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Everything that the sinks have stored, in a fixed order. */
    public static List<String> dump(String database) {
        List<String> lines = new ArrayList<>();
        for (String query : List.of(
                "select 'trade', k.venue, k.symbol, t.event_time, t.trade_id, t.received_at, t.price, t.amount, t.side,"
                        + " t.executions, t.backfilled from trade t join market_key k on k.id = t.market_id"
                        + " order by 2, 3, 4, 5",
                "select 'gap', * from gap order by 2",
                "select 'market_candle', * from market_candle order by 2, 3, 4, 5",
                "select 'token_candle', * from token_candle order by 2, 3, 4",
                "select 'price', * from price order by 2, 3, 4",
                "select 'market', * from market order by 2, 3",
                "select 'venue', * from venue order by 2",
                // Those of our own topics are published again by each database that meets the same record.
                "select 'dead_letter', * from dead_letter where venue <> 'assay' order by 2, 3",
                "select 'token', id, symbol, name, rank, origin from token order by 2")) {
            lines.addAll(rows(database, query));
        }
        return lines;
    }

    @Override
    public void close() {
        producer.close();
        kafka.close();
    }
}
