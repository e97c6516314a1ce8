package org.assay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.assay.api.key.Plan;
import org.assay.api.price.PriceFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Requests that cannot be answered as asked, and the problem that each must get; the table is {@code bad-input.psv}. */
class BadInputIT {

    private static TestApi api;
    private static String key;

    @BeforeAll
    static void start() {
        PriceFixture.createTopics();
        api = TestApi.start();
        key = api.issue(Plan.UNLIMITED).secret();
        api.sql("""
                insert into token (id, symbol, name) values ('bitcoin', 'BTC', 'Bitcoin'), ('ether', 'ETH', 'Ether');
                insert into market (venue, symbol, base_asset, quote_asset, base_token, quote_token, state, updated_at)
                  values ('kraken', 'BI/USD', 'BTC', 'USD', 'bitcoin', 'fiat:USD', 'trading', now());
                """);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> api.get("/v1/prices?ids=nothing", "x-api-key", key).statusCode() != 503);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    /**
     * Each line: method, target as on the wire, header lines ({@code KEY} is a valid key; a backslash-n between two), body,
     * status, code, the parameter to blame.
     */
    @ParameterizedTest(name = "{0} {1} {2} is {4} {5} {6}")
    @CsvFileSource(resources = "bad-input.psv", delimiter = '|', numLinesToSkip = 1, maxCharsPerColumn = 4096)
    void isAnsweredWithAClearProblem(
            String method, String target, String headers, String body, int status, String code, String parameter)
            throws IOException {
        Answer answer = send(method, expand(target), expand(headers), expand(body));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        JsonNode problem = TestApi.json(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asText()).as(answer.toString()).isEqualTo(code);
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText()).isNotBlank();
        assertThat(problem.get("request_id").asText()).isEqualTo(answer.header("x-request-id"));
        assertThat(answer.body()).doesNotContain("org.assay", "io.micronaut", "Exception", "postgres");
        if (!parameter.equals("-")) {
            assertThat(problem.get("errors").get(0).get("parameter").asText()).isEqualTo(parameter);
        }
    }

    @Test
    void leavesTheServiceAnswering() {
        assertThat(api.get("/v1/tokens", "x-api-key", key).statusCode()).isEqualTo(200);
    }

    private static String expand(String text) {
        if (text.equals("-")) {
            return "";
        }
        String expanded = text.replace("KEY", key).replace("\\n", "\r\n");
        return expanded.replace("A{20000}", "a".repeat(20_000))
                .replace("A{1000000}", "a".repeat(1_000_000))
                .replace("A{200}", "a".repeat(200))
                .replace("IDS{251}", "x,".repeat(250) + "x");
    }

    /** Over a plain socket, for HTTP clients refuse to send most of this. */
    private static Answer send(String method, String target, String headers, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder request = new StringBuilder(method)
                .append(' ')
                .append(target)
                .append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        if (!headers.isEmpty()) {
            request.append(headers).append("\r\n");
        }
        if (content.length > 0) {
            request.append("Content-Length: ").append(content.length).append("\r\n");
        }
        request.append("\r\n");
        try (Socket socket = new Socket(api.base().getHost(), api.base().getPort())) {
            socket.setSoTimeout(20_000);
            Thread writer = Thread.ofVirtual().start(() -> write(socket, request.toString(), content));
            String raw = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            writer.interrupt();
            return Answer.parse(raw);
        }
    }

    /** A server that refuses early may close before all is written; what it said is still to be read. */
    private static void write(Socket socket, String head, byte[] content) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.write(content);
            out.flush();
        } catch (IOException closedEarly) {
            assertThat(closedEarly).isNotNull();
        }
    }

    private record Answer(int status, String head, String body) {

        static Answer parse(String raw) {
            int end = raw.indexOf("\r\n\r\n");
            assertThat(end).as("an answer with a head: " + raw).isPositive();
            String head = raw.substring(0, end);
            return new Answer(Integer.parseInt(head.split(" ", 3)[1]), head, raw.substring(end + 4));
        }

        String header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }
}
