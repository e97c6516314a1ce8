package org.assay.api.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.assay.api.TestApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KeyDirectoryIT {

    private static TestApi api;

    @BeforeAll
    static void start() {
        api = TestApi.start(Map.of("assay.api.key.refresh", "200ms", "assay.api.key.last-used-flush", "200ms"));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void refusesARevokedKeyWithinMoments() throws Exception {
        IssuedKey issued = api.issue(Plan.PRO);
        assertThat(status(issued.secret())).isEqualTo(200);

        assertThat(new ApiKeys(api.context().getBean(DataSource.class), Clock.systemUTC())
                        .revoke(issued.key().id()))
                .isTrue();

        await().until(() -> status(issued.secret()) == 401);
        assertThat(TestApi.json(api.get("/v1/venues", "x-api-key", issued.secret()))
                        .get("code")
                        .asText())
                .isEqualTo("api_key_revoked");
    }

    @Test
    void refusesAnUnknownKeyThatIsWellFormed() {
        String invented = KeyFormat.generate(new SecureRandom());
        for (int i = 0; i < 3; i++) {
            assertThat(TestApi.json(api.get("/v1/venues", "authorization", "bearer " + invented))
                            .get("code")
                            .asText())
                    .isEqualTo("api_key_unknown");
        }
    }

    @Test
    void writesWhenAKeyWasLastUsedAndKeepsOnlyItsHash() throws Exception {
        IssuedKey issued = api.issue(Plan.FREE);
        assertThat(status(issued.secret())).isEqualTo(200);
        try (var connection = api.connect();
                var select = connection.prepareStatement(
                        "select last_used_at is not null, hint, api_key::text from api_key where id = ?")) {
            select.setObject(1, issued.key().id());
            await().until(() -> {
                try (var row = select.executeQuery()) {
                    assertThat(row.next()).isTrue();
                    assertThat(issued.secret()).startsWith(row.getString(2));
                    assertThat(row.getString(3)).doesNotContain(issued.secret());
                    return row.getBoolean(1);
                }
            });
        }
        assertThat(issued.toString()).doesNotContain(issued.secret());
    }

    @Test
    void issuesKeysFromTheCommandLineWithTheKeyAloneOnStandardOutput() {
        ApiKeys keys = new ApiKeys(api.context().getBean(DataSource.class), Clock.systemUTC());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] create = {"keys", "create", "--plan", "pro", "--name", "shell"};
        int code = KeysCommand.run(
                create,
                keys,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(code).isZero();
        String secret = out.toString(StandardCharsets.UTF_8).strip();
        assertThat(KeyFormat.isWellFormed(secret)).isTrue();
        assertThat(status(secret)).isEqualTo(200);

        String[] misuse = {"keys", "create", "--plan", "gold", "--name", "shell"};
        assertThat(KeysCommand.run(
                        misuse,
                        keys,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage:");
    }

    @Test
    void showsTheMetricsToWhoeverHasAKeyAndNoOtherEndpointAtAll() {
        String key = api.issue(Plan.FREE).secret();
        assertThat(api.get("/prometheus").statusCode()).isEqualTo(401);
        assertThat(api.get("/prometheus", "x-api-key", key).body()).contains("assay_api_prices_shortcut_seconds_count");
        for (String path : new String[] {"/env", "/beans", "/loggers", "/threaddump", "/routes", "/metrics", "/info"}) {
            assertThat(api.get(path, "x-api-key", key).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void letsNoJsonWebTokenIn() {
        String unsigned = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4Iiwicm9sZXMiOlsiYXBpX2tleSJdfQ.";
        assertThat(status(unsigned)).isEqualTo(401);
        assertThat(api.get("/v1/venues", "authorization", "Bearer " + unsigned).statusCode())
                .isEqualTo(401);
    }

    private static int status(String key) {
        return api.get("/v1/venues", "x-api-key", key).statusCode();
    }
}
