package org.assay.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assay.simulator.Simulator;
import org.assay.simulator.SimulatorSettings;
import org.assay.testkit.embedded.EmbeddedKafka;
import org.assay.testkit.embedded.EmbeddedPostgres;
import org.assay.testkit.embedded.EmbeddedRedis;
import org.assay.testkit.embedded.FolderTree;
import org.assay.testkit.embedded.LoopbackPort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The three jars, each a process of its own, against Postgres, Kafka and Redis that they did not start. */
class ServicesAloneIT {

    private static final Path FOLDER = Path.of("target/it/alone").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<AutoCloseable> resources = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void startWhatTheyNeed() throws IOException {
        FolderTree.delete(FOLDER);
        Files.createDirectories(FOLDER);
        EmbeddedKafka kafka = keep(EmbeddedKafka.start(FOLDER.resolve("kafka")));
        EmbeddedPostgres postgres = keep(EmbeddedPostgres.start(FOLDER.resolve("postgres")));
        EmbeddedRedis redis = keep(EmbeddedRedis.start(FOLDER.resolve("redis")));
        Simulator simulator = keep(Simulator.start(SimulatorSettings.defaults(FOLDER.resolve("simulator"))
                .withTokens(20)
                .withTradesPerSecond(20)));
        environment.put("ASSAY_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("ASSAY_POSTGRES_HOST", postgres.host());
        environment.put("ASSAY_POSTGRES_PORT", Integer.toString(postgres.port()));
        environment.put("ASSAY_POSTGRES_DATABASE", postgres.database());
        environment.put("ASSAY_POSTGRES_USERNAME", postgres.username());
        environment.put("ASSAY_POSTGRES_PASSWORD", postgres.password());
        environment.put("ASSAY_REDIS_URI", redis.uri());
        environment.put("ASSAY_INGEST_VENUES", "binance,kraken");
        environment.put("ASSAY_INGEST_HISTORY_ENABLED", "false");
        environment.put(
                "ASSAY_SIGNALS_STREAMS_STATE_DIR", FOLDER.resolve("streams").toString());
        for (String venue : List.of("binance", "kraken")) {
            String endpoint = "ASSAY_INGEST_ENDPOINTS_" + venue.toUpperCase(Locale.ROOT);
            environment.put(
                    endpoint + "_WEBSOCKET", simulator.webSocketBase(venue).toString());
            environment.put(endpoint + "_REST", simulator.restBase(venue).toString());
        }
    }

    @AfterEach
    void stopAll() throws Exception {
        for (AutoCloseable resource : resources.reversed()) {
            resource.close();
        }
    }

    @Test
    void trades_reach_the_api_through_three_processes_and_each_stops_cleanly() throws Exception {
        int apiPort = LoopbackPort.free();
        Process ingest = service("ingest-service", Map.of("MICRONAUT_SERVER_PORT", port()));
        Process signals = service("signals-service", Map.of("MICRONAUT_SERVER_PORT", port()));
        Process api = service("api-service", Map.of("ASSAY_API_PORT", Integer.toString(apiPort)));
        awaitReady(apiPort);
        String key = newKey();
        assertThat(key).matches("ask_[0-9A-Za-z]{36}");

        try (Api client = new Api(apiPort, key)) {
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                JsonNode bitcoin = JSON.readTree(
                                client.get("/v1/prices?ids=bitcoin").body())
                        .get("data")
                        .get(0);
                assertThat(bitcoin.get("usd").isTextual()).isTrue();
                assertThat(bitcoin.get("stale").asBoolean()).isFalse();
            });
        }

        for (Process process : List.of(api, signals, ingest)) {
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("stops when told to")
                    .isTrue();
        }
    }

    private static void awaitReady(int port) {
        try (Api client = new Api(port, "")) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .untilAsserted(() -> assertThat(
                                    client.getWithoutKey("/health/readiness").statusCode())
                            .isEqualTo(200));
        }
    }

    private Process service(String module, Map<String, String> more) throws IOException {
        Process process = java(module, more, List.of())
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve(module + ".log").toFile())
                .start();
        keep(process::destroyForcibly);
        return process;
    }

    private String newKey() throws Exception {
        Process process = java("api-service", Map.of(), List.of("keys", "create", "--plan", "free", "--name", "test"))
                .redirectError(FOLDER.resolve("keys.log").toFile())
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.strip();
    }

    private ProcessBuilder java(String module, Map<String, String> more, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of("../..", module, "target", module + ".jar")
                        .toAbsolutePath()
                        .normalize()
                        .toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(FOLDER.toFile());
        builder.environment().putAll(environment);
        builder.environment().putAll(more);
        return builder;
    }

    private static String port() throws IOException {
        return Integer.toString(LoopbackPort.free());
    }

    private <R extends AutoCloseable> R keep(R resource) {
        resources.add(resource);
        return resource;
    }
}
