package org.assay.testkit.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServicesIT {

    private static final Path PROGRAMS = Path.of("target/embedded-programs").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void keeps_rows_and_records_over_a_restart_and_recovers_from_a_hard_kill_of_its_process() throws Exception {
        writeInAnotherJvmAndKillIt();

        Path postgresPid = folder.resolve("postgres/data/postmaster.pid");
        Path redisPid = folder.resolve("redis/redis.pid");
        ProcessHandle orphan =
                OwnProcess.find(postgresPid, folder.resolve("postgres/data")).orElseThrow();
        ProcessHandle redisOrphan =
                OwnProcess.find(redisPid, folder.resolve("redis")).orElseThrow();

        try (EmbeddedServices services = EmbeddedServices.start(folder, PROGRAMS, StartListener.silent())) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(redisOrphan.isAlive()).isFalse();
            try (var connection = services.postgres().connect("assay");
                    var rows = connection.createStatement().executeQuery("select count(*) from mark")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1);
            }
            assertThat(read(services.kafka().bootstrapServers())).isEqualTo("written");
        }
        assertThat(OwnProcess.find(postgresPid, folder)).isEmpty();
        assertThat(OwnProcess.find(redisPid, folder)).isEmpty();
    }

    @Test
    void lets_nobody_in_without_the_password_which_only_the_owner_can_read() throws Exception {
        EmbeddedServices services = EmbeddedServices.shared();

        assertThatThrownBy(() -> DriverManager.getConnection(services.postgres().jdbcUrl("assay"), "assay", "guess")
                        .close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        Path secret = folder.resolve("password");
        assertThat(PrivateFile.secret(secret)).hasSize(48).isEqualTo(PrivateFile.secret(secret));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
    }

    @Test
    void does_not_take_a_strangers_process_for_its_own() throws Exception {
        Path pidFile = folder.resolve("server.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n");

        assertThat(OwnProcess.find(pidFile, folder)).isEmpty();
    }

    private void writeInAnotherJvmAndKillIt() throws Exception {
        Path ready = folder.resolve("ready");
        Path output = Path.of("target/writer.log").toAbsolutePath();
        Process writer = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString(),
                        ready.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> Files.exists(ready) || !writer.isAlive());
            assertThat(ready).withFailMessage(() -> text(output)).exists();
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }

    private static String read(String bootstrapServers) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("mark", 0)));
            var records = consumer.poll(Duration.ofSeconds(20));
            return records.iterator().next().value();
        }
    }

    /** Starts the services, writes one row and one record, says so, and waits to be killed. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) throws Exception {
            EmbeddedServices services = EmbeddedServices.start(Path.of(arguments[0]), PROGRAMS, StartListener.silent());
            try (var connection = services.postgres().connect("assay");
                    var statement = connection.createStatement()) {
                statement.execute("create table mark as select 1 as value");
            }
            Map<String, Object> kafka =
                    Map.of("bootstrap.servers", services.kafka().bootstrapServers());
            try (Admin admin = Admin.create(kafka);
                    KafkaProducer<String, String> producer =
                            new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
                admin.createTopics(List.of(new NewTopic("mark", 1, (short) 1)))
                        .all()
                        .get();
                producer.send(new ProducerRecord<>("mark", "written")).get();
            }
            Files.writeString(Path.of(arguments[1]), "ready");
            Thread.currentThread().join();
        }
    }
}
