package org.assay.api.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.assay.api.TestApi;
import org.assay.api.key.Plan;
import org.assay.testkit.clock.StubClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisResourceIT {

    private static final StubClock CLOCK = StubClock.at("2026-11-21T12:00:00Z");

    private static TestApi api;
    private static String key;

    @BeforeAll
    static void start() {
        api = TestApi.start(CLOCK);
        key = api.issue(Plan.UNLIMITED).secret();
        api.sql("insert into token (id, symbol, name) values ('bitcoin', 'BTC', 'Bitcoin'), ('never', 'NVR', 'Never')");
        for (String table : new String[] {"quant_metric", "correlation", "price_level", "forecast"}) {
            String insert = "insert into " + table + " values ('bitcoin', ";
            api.sql(
                    insert + "'2026-11-20Z', '2026-11-20T00:02Z', '{\"table\": \"" + table
                            + "\", \"value\": 1.0}', '');"
                            + insert + "'2026-11-21Z', '2026-11-21T00:02Z', '{\"table\": \"" + table
                            + "\", \"value\": 1e-7}', '');"
                            + insert + "'2026-11-21Z', '2026-11-21T09:00Z', '{\"table\": \"" + table
                            + "\", \"value\": 0.30000000000000004, \"days\": 30, \"cap\": 2.5E12, \"count\": 9999999, \"none\": null, \"list\": [{\"x\": 2.50}]}', '')");
        }
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({"quant, quant_metric", "correlations, correlation", "levels, price_level", "forecast, forecast"})
    void givesTheVersionInForceWithAllDigitsAndSaysHowFreshItIs(String resource, String table) {
        String path = "/v1/tokens/bitcoin/" + resource;
        JsonNode now = ok(path);
        assertThat(now.get("id").asText()).isEqualTo("bitcoin");
        JsonNode data = now.get("data");
        assertThat(data.get("table").asText()).isEqualTo(table);
        assertThat(data.get("value").toString()).isEqualTo("\"0.30000000000000004\"");
        assertThat(data.get("days").toString()).isEqualTo("30");
        assertThat(data.get("cap").toString()).isEqualTo("\"2500000000000\"");
        assertThat(data.get("count").toString()).isEqualTo("9999999");
        assertThat(data.get("none").isNull()).isTrue();
        assertThat(data.get("list").get(0).get("x").toString()).isEqualTo("\"2.50\"");
        assertThat(now.get("reason").isNull()).isTrue();
        assertThat(now.get("valid_at").asText()).isEqualTo("2026-11-21T00:00:00Z");
        assertThat(now.get("known_at").asText()).isEqualTo("2026-11-21T09:00:00Z");
        assertThat(now.get("age_ms").asLong()).isEqualTo(12 * 3_600_000L);
        assertThat(now.get("stale").asBoolean()).isFalse();

        assertThat(value(path + "?as_of=2026-11-21T08:59:59Z")).isEqualTo("0.0000001");
        assertThat(value(path + "?at=2026-11-20T12:00:00Z")).isEqualTo("1.0");
        assertThat(value(path + "?as_of=2026-11-20T23:00:00Z")).isEqualTo("1.0");
        assertThat(ok(path + "?at=2026-11-20T12:00:00Z").get("stale").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/tokens/never/quant",
        "/v1/tokens/never/forecast",
        "/v1/tokens/bitcoin/levels?as_of=2026-11-01T00:00:00Z",
        "/v1/tokens/bitcoin/correlations?at=2026-11-01T00:00:00Z"
    })
    void saysNullWithAReasonWhereNothingWasComputed(String path) {
        JsonNode nothing = ok(path);
        assertThat(nothing.get("data").isNull()).isTrue();
        assertThat(nothing.get("reason").asText()).isEqualTo("not_computed_yet");
        assertThat(nothing.get("age_ms").isNull()).isTrue();
        assertThat(nothing.get("stale").asBoolean()).isTrue();
    }

    private static String value(String path) {
        return ok(path).get("data").get("value").asText();
    }

    private static JsonNode ok(String path) {
        HttpResponse<String> response = api.get(path, "x-api-key", key);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return TestApi.json(response);
    }
}
