package org.assay.testkit.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * One Kafka node in this JVM, broker and controller in one (KRaft), on the loopback interface, with its log in a
 * folder. Topics are made by whoever needs them, never by mistake. After a hard kill the log is recovered at the next
 * start.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the node on the log in {@code folder}, made when absent, and waits until it serves.
     *
     * @throws EmbeddedServiceException when it does not start
     */
    public static EmbeddedKafka start(Path folder) {
        Path home = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home);
            List<Integer> ports = LoopbackPort.free(2);
            Map<String, String> settings = settings(home.resolve("log"), ports.getFirst(), ports.getLast());
            format(home, settings);
            Properties properties = new Properties();
            properties.putAll(settings);
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
            server.startup();
            return new EmbeddedKafka(server, ports.getFirst());
        } catch (IOException e) {
            throw new EmbeddedServiceException("Kafka in " + home + " did not start: " + e.getMessage(), e);
        }
    }

    /** Writes the node's identity into its log folder, once. */
    private static void format(Path home, Map<String, String> settings) throws IOException {
        StringBuilder text = new StringBuilder();
        settings.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        Path file = home.resolve("server.properties");
        PrivateFile.write(file, text.toString());
        Path log = home.resolve("log");
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        FolderTree.delete(log);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int status;
        try (PrintStream printer = new PrintStream(output, true, StandardCharsets.UTF_8)) {
            status = StorageTool.execute(
                    new String[] {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()},
                    printer);
        }
        if (status != 0) {
            throw new EmbeddedServiceException(
                    "Kafka could not format " + log + ": " + output.toString(StandardCharsets.UTF_8));
        }
    }

    private static Map<String, String> settings(Path log, int port, int controllerPort) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("node.id", "1");
        settings.put("process.roles", "broker,controller");
        settings.put("controller.quorum.voters", "1@" + LOOPBACK + ":" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put(
                "listeners",
                "PLAINTEXT://" + LOOPBACK + ":" + port + ",CONTROLLER://" + LOOPBACK + ":" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://" + LOOPBACK + ":" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", log.toString().replace("\\", "/"));
        settings.put("auto.create.topics.enable", "false");
        settings.putAll(singleNode());
        settings.putAll(oftenCommitted());
        settings.putAll(smallFootprint());
        return settings;
    }

    /** There is one copy of everything, and nobody to wait for. */
    private static Map<String, String> singleNode() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "min.insync.replicas", "1",
                "group.initial.rebalance.delay.ms", "0");
    }

    /**
     * Streams commits ten times a second. While the markers of one transaction are being written the next one's first
     * records must wait: in the broker, and not only for the default 100 ms, after which the producer would have to send
     * them again, and all that follow them out of order.
     */
    private static Map<String, String> oftenCommitted() {
        return Map.of(
                "add.partitions.to.txn.retry.backoff.ms", "5",
                "add.partitions.to.txn.retry.backoff.max.ms", "10000");
    }

    /** The defaults suit a machine of its own: 128 MB for the cleaner alone, segments of 1 GB. */
    private static Map<String, String> smallFootprint() {
        return Map.of(
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "log.segment.bytes", Integer.toString(64 << 20),
                "log.index.size.max.bytes", Integer.toString(1 << 20),
                "log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20),
                "log.cleaner.io.buffer.size", Integer.toString(1 << 20),
                "metadata.log.segment.bytes", Integer.toString(16 << 20),
                "metadata.max.retention.bytes", Integer.toString(64 << 20));
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        return LOOPBACK + ":" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
