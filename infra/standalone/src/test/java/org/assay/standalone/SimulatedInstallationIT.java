package org.assay.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assay.standalone.folder.DataFolder;
import org.assay.standalone.folder.Running;
import org.assay.testkit.embedded.EmbeddedServices;
import org.assay.testkit.embedded.FolderTree;
import org.assay.testkit.embedded.LoopbackPort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The whole product on the simulated market, as its user meets it. Each test goes on where the one before ended. */
@TestMethodOrder(OrderAnnotation.class)
class SimulatedInstallationIT {

    private static final Path FOLDER = Path.of("target/it/simulated").toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Cli CLI = new Cli(FOLDER);

    private static int port;

    @BeforeAll
    static void start() throws Exception {
        FolderTree.delete(FOLDER);
        FolderTree.delete(CLI.systemTemporary());
        port = LoopbackPort.free();
        up();
    }

    @AfterAll
    static void leaveNothingRunning() throws Exception {
        new DataFolder(FOLDER)
                .running()
                .map(Running::pid)
                .flatMap(ProcessHandle::of)
                .ifPresent(ProcessHandle::destroyForcibly);
        EmbeddedServices.stopLeftOvers(FOLDER);
    }

    @Test
    @Order(1)
    void the_first_key_lies_where_only_its_owner_can_read_it() throws Exception {
        Path key = FOLDER.resolve("api-key");

        assertThat(Files.readString(key).strip()).matches("ask_[0-9A-Za-z]{36}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    @Order(2)
    void two_hundred_tokens_get_fresh_prices() throws Exception {
        try (Api api = api()) {
            List<String> ids = tokenIds(api);
            assertThat(ids).hasSize(200);
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        JsonNode prices = json(api.get("/v1/prices?ids=" + String.join(",", ids)));
                        long priced = prices.get("data")
                                .valueStream()
                                .filter(price -> !price.get("usd").isNull())
                                .count();
                        assertThat(priced).isEqualTo(200);
                    });
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        JsonNode bitcoin = json(api.get("/v1/prices?ids=bitcoin"))
                                .get("data")
                                .get(0);
                        assertThat(bitcoin.get("usd").asText()).matches("[0-9]+(\\.[0-9]+)?");
                        assertThat(Instant.parse(bitcoin.get("as_of").asText()))
                                .isAfter(Instant.now().minus(Duration.ofMinutes(1)));
                        assertThat(bitcoin.get("stale").asBoolean()).isFalse();
                        assertThat(bitcoin.get("sources")).isNotEmpty();
                    });
        }
    }

    @Test
    @Order(3)
    void a_token_has_candles_of_every_interval() throws Exception {
        try (Api api = api()) {
            for (String interval : List.of("1m", "5m", "15m", "1h", "4h", "1d")) {
                await().atMost(Duration.ofMinutes(3))
                        .pollInterval(Duration.ofSeconds(1))
                        .untilAsserted(() -> {
                            JsonNode candles = json(api.get("/v1/tokens/bitcoin/candles?interval=" + interval))
                                    .get("data");
                            assertThat(candles).isNotEmpty();
                        });
            }
        }
    }

    @Test
    @Order(4)
    void once_the_past_days_are_imported_tokens_have_grades() throws Exception {
        try (Api api = api()) {
            await().atMost(Duration.ofMinutes(6))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> {
                        JsonNode grades =
                                json(api.get("/v1/grades?ids=bitcoin")).get("data");
                        assertThat(grades).hasSize(1);
                        assertThat(grades.get(0).get("grade").asDouble(-1)).isBetween(0.0, 100.0);
                    });
        }
    }

    @Test
    @Order(5)
    void every_answer_has_the_form_that_the_contract_says() throws Exception {
        try (Api api = api()) {
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(
                            json(api.get("/v1/scorecard")).get("data"))
                    .hasSize(4));
            Contract contract = new Contract((ObjectNode) json(api.getWithoutKey("/openapi.json")));
            assertThat(contract.paths()).hasSizeGreaterThanOrEqualTo(27);
            Map<String, Object> wrong = new TreeMap<>();
            for (String path : contract.paths()) {
                String url = path.replace("/v1/indices/{id}", "/v1/indices/trader")
                        .replace("{id}", "bitcoin")
                        .replace("{market}", "binance:BTCUSDT");
                JsonNode answer = json(api.get(url + (path.equals("/v1/prices") ? "?ids=bitcoin" : "")));
                Set<String> violations = contract.violations(path, answer);
                if (!violations.isEmpty()) {
                    wrong.put(url, violations);
                }
                assertThat(answer.path("reason").asText()).as(url).isNotIn("not_computed_yet", "not_explained");
            }
            JsonNode ofToken = json(api.get("/v1/scorecard?token=bitcoin"));
            assertThat(contract.violations("/v1/scorecard", ofToken)).isEmpty();
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    @Order(6)
    void bad_input_gets_a_problem_that_names_the_parameter() throws Exception {
        try (Api api = api()) {
            assertProblem(api.getWithoutKey("/v1/tokens"), 401, "api_key_missing");
            assertProblem(api.getWith("/v1/tokens", "x-api-key", "ask_nonsense"), 401, "api_key_malformed");
            assertProblem(api.get("/v1/tokens/no-such-token"), 404, "unknown_token");
            assertProblem(api.get("/v1/nowhere"), 404, "route_not_found");
            assertProblem(api.get("/v1/tokens?cursor=forged"), 400, "invalid_cursor");
            assertThat(assertProblem(api.get("/v1/tokens?limit=0"), 400, "invalid_parameter"))
                    .contains("limit");
            assertThat(assertProblem(api.get("/v1/tokens?limit=1000000000"), 400, "invalid_parameter"))
                    .contains("limit");
            assertThat(assertProblem(api.get("/v1/tokens/bitcoin/candles?interval=7m"), 400, "invalid_parameter"))
                    .contains("interval");
            assertProblem(
                    api.get("/v1/tokens/bitcoin/candles?interval=1m"
                            + "&start=2026-01-02T00:00:00Z&end=2026-01-01T00:00:00Z"),
                    400,
                    "invalid_parameter");
            assertThat(api.getWith("/v1/tokens", "x-large", "x".repeat(1 << 20)).statusCode())
                    .isEqualTo(431);
        }
    }

    @Test
    @Order(7)
    void the_readmes_calls_answer_as_the_readme_says() throws Exception {
        Readme readme = Readme.read();

        for (String block : readme.commands()) {
            for (String command : block.lines().toList()) {
                String here = command.replace(
                                ".assay/api-key", FOLDER.resolve("api-key").toString())
                        .replace("127.0.0.1:8080", "127.0.0.1:" + port);
                JsonNode answer = JSON.readTree(Readme.run(here));
                assertThat(answer.get("data")).as(command).isNotEmpty();
            }
        }
        JsonNode shown = JSON.readTree(readme.answers().getFirst()).get("data").get(0);
        try (Api api = api()) {
            JsonNode given = json(api.get("/v1/prices?ids=bitcoin")).get("data").get(0);
            assertThat(fieldNames(given)).isEqualTo(fieldNames(shown));
        }
    }

    @Test
    @Order(8)
    void one_place_tells_the_metrics_of_all_services() throws Exception {
        try (Api api = api()) {
            HttpResponse<String> metrics = api.get("/prometheus");

            assertThat(metrics.statusCode()).isEqualTo(200);
            assertThat(metrics.body()).contains("assay_ingest_trades_total", "assay_sink_rows_total", "jvm_memory");
        }
    }

    @Test
    @Order(9)
    void a_created_key_is_alone_on_standard_output_and_works_at_once() throws Exception {
        Cli.Outcome created = CLI.run("keys", "create", "--plan", "pro", "--name", "a test");

        assertThat(created.exitCode()).isZero();
        assertThat(created.err()).isEmpty();
        assertThat(created.out().strip()).matches("ask_[0-9A-Za-z]{36}");
        try (Api api = new Api(port, created.out().strip())) {
            assertThat(api.get("/v1/tokens?limit=1").statusCode()).isEqualTo(200);
        }
    }

    @Test
    @Order(10)
    void a_second_start_on_the_same_folder_is_refused() throws Exception {
        Cli.Outcome second = CLI.run("up", "--simulate", "--port", Integer.toString(LoopbackPort.free()));

        assertThat(second.exitCode()).isEqualTo(4);
        assertThat(second.err()).contains("is in use by process", "./assay down");
    }

    @Test
    @Order(11)
    void a_start_after_a_hard_kill_goes_on_with_the_same_data() throws Exception {
        try (Api api = api()) {
            JsonNode before = oldestCandle(api);
            ProcessHandle process = ProcessHandle.of(
                            new DataFolder(FOLDER).running().orElseThrow().pid())
                    .orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
            assertThat(CLI.run("status").exitCode()).isEqualTo(3);
            assertThat(CLI.systemTemporary()).isEmptyDirectory();

            up();

            assertThat(oldestCandle(api)).isEqualTo(before);
            assertThat(CLI.run("status").exitCode()).isZero();
        }
    }

    @Test
    @Order(12)
    void down_stops_all_of_it() throws Exception {
        ProcessHandle process = ProcessHandle.of(
                        new DataFolder(FOLDER).running().orElseThrow().pid())
                .orElseThrow();
        Cli.Outcome down = CLI.run("down");

        assertThat(down.exitCode()).isZero();
        assertThat(process.isAlive()).isFalse();
        assertThat(FOLDER.resolve("postgres/data/postmaster.pid")).doesNotExist();
        assertThat(FOLDER.resolve("redis/redis.pid")).doesNotExist();
        assertThat(CLI.run("status").exitCode()).isEqualTo(3);
        assertThat(Files.readString(FOLDER.resolve("log/up.log"))).endsWith("stopped\n");
    }

    private static void up() throws Exception {
        Cli.Outcome up = CLI.run("up", "--simulate", "--detach", "--port", Integer.toString(port));
        assertThat(up.exitCode()).withFailMessage(() -> up.out() + up.err()).isZero();
        assertThat(up.out()).contains("ready     Postgres", "ready     Kafka", "Assay is ready after");
    }

    private static Api api() throws Exception {
        return new Api(port, Files.readString(FOLDER.resolve("api-key")).strip());
    }

    private static List<String> tokenIds(Api api) throws Exception {
        return json(api.get("/v1/tokens?limit=200"))
                .get("data")
                .valueStream()
                .map(token -> token.get("id").asText())
                .toList();
    }

    private static List<String> fieldNames(JsonNode node) {
        return node.propertyStream().map(java.util.Map.Entry::getKey).sorted().toList();
    }

    private static JsonNode oldestCandle(Api api) throws Exception {
        JsonNode candles =
                json(api.get("/v1/tokens/bitcoin/candles?interval=1d")).get("data");
        return candles.valueStream()
                .min(java.util.Comparator.comparing(
                        candle -> candle.get("open_time").asText()))
                .orElseThrow();
    }

    private static String assertProblem(HttpResponse<String> response, int status, String code) throws Exception {
        assertThat(response.statusCode()).withFailMessage(response::body).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(json(response).get("code").asText()).isEqualTo(code);
        return response.body();
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return JSON.readTree(response.body());
    }
}
