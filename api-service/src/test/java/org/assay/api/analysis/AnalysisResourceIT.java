package org.assay.api.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.assay.api.TestApi;
import org.assay.api.key.Plan;
import org.assay.testkit.clock.StubClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
        insert("quant_metric", """
                {"as_of": "2026-11-20", "settings": {"carry_days": 7, "days_per_year": 365, "risk_free_rate": 0.0,
                 "minimum_returns": 20, "minimum_coverage": 0.8}, "windows": [{"to": "2026-11-20", "from": "2026-10-21",
                 "window": "30d", "returns": 30, "values": [{"gap": null, "value": VALUE, "metric": "sharpe"},
                 {"gap": "undefined", "value": null, "metric": "sortino"}], "drawdown": {"depth": -0.25,
                 "peak": "2026-10-22", "trough": "2026-10-30", "recovery": null}}]}""");
        insert("correlation", """
                {"windows": [{"token": "bitcoin", "as_of": "2026-11-20", "window_days": 90, "peers": 97,
                 "top": [{"days": 90, "token": "ethereum", "correlation": VALUE}], "bottom": []}]}""");
        insert("price_level", """
                {"as_of": "2026-11-20", "close": 2.5E12, "settings": {"listed": 5, "range_days": 14, "swing_days": 3,
                 "kernel_share": 0.5, "lookback_days": 365, "fewest_touches": 2, "half_life_days": 120.0},
                 "supports": [{"side": "support", "price": 2500.50, "touches": 3, "distance": -0.1093,
                 "strength": VALUE, "last_touch": "2026-10-30", "first_touch": "2026-06-02"}], "resistances": []}""");
        insert("forecast", """
                {"close": 2500.0, "horizons": [{"gap": null, "as_of": "2026-11-20", "token": "bitcoin",
                 "quantiles": [{"price": 2442.35, "probability": 0.05, "simple_return": -0.13}], "horizon_days": 7,
                 "daily_volatility": VALUE, "calibration_outcomes": 9999999}]}""");
    }

    /** Three versions of two days, with the values 1.0, 1e-7 and one that has all of a double's digits. */
    private static void insert(String table, String document) {
        String row = "insert into " + table + " values ('bitcoin', ";
        api.sql(row + "'2026-11-20Z', '2026-11-20T00:02Z', '" + document.replace("VALUE", "1.0") + "', '');" + row
                + "'2026-11-21Z', '2026-11-21T00:02Z', '" + document.replace("VALUE", "1e-7") + "', '');" + row
                + "'2026-11-21Z', '2026-11-21T09:00Z', '" + document.replace("VALUE", "0.30000000000000004")
                + "', '')");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "quant, /windows/0/values/0/value",
        "correlations, /windows/0/top/0/correlation",
        "levels, /supports/0/strength",
        "forecast, /horizons/0/daily_volatility"
    })
    void givesTheVersionInForceWithAllDigitsAndSaysHowFreshItIs(String resource, String pointer) {
        String path = "/v1/tokens/bitcoin/" + resource;
        JsonNode now = ok(path);
        assertThat(now.get("id").asText()).isEqualTo("bitcoin");
        assertThat(now.get("data").at(pointer).toString()).isEqualTo("\"0.30000000000000004\"");
        assertThat(now.get("reason").isNull()).isTrue();
        assertThat(now.get("valid_at").asText()).isEqualTo("2026-11-21T00:00:00Z");
        assertThat(now.get("known_at").asText()).isEqualTo("2026-11-21T09:00:00Z");
        assertThat(now.get("age_ms").asLong()).isEqualTo(12 * 3_600_000L);
        assertThat(now.get("stale").asBoolean()).isFalse();

        assertThat(value(path + "?as_of=2026-11-21T08:59:59Z", pointer)).isEqualTo("0.0000001");
        assertThat(value(path + "?at=2026-11-20T12:00:00Z", pointer)).isEqualTo("1.0");
        assertThat(value(path + "?as_of=2026-11-20T23:00:00Z", pointer)).isEqualTo("1.0");
        assertThat(ok(path + "?at=2026-11-20T12:00:00Z").get("stale").asBoolean())
                .isTrue();
    }

    @Test
    void numbersKeepTheirDigitsAndUnknownsAreNull() {
        JsonNode window = ok("/v1/tokens/bitcoin/quant").at("/data/windows/0");
        assertThat(window.toString())
                .isEqualTo("{\"window\":\"30d\",\"from\":\"2026-10-21\",\"to\":\"2026-11-20\",\"returns\":30,"
                        + "\"drawdown\":{\"depth\":\"-0.25\",\"peak\":\"2026-10-22\",\"trough\":\"2026-10-30\","
                        + "\"recovery\":null},\"values\":[{\"metric\":\"sharpe\",\"value\":\"0.30000000000000004\","
                        + "\"gap\":null},{\"metric\":\"sortino\",\"value\":null,\"gap\":\"undefined\"}]}");
        JsonNode levels = ok("/v1/tokens/bitcoin/levels").get("data");
        assertThat(levels.get("close").toString()).isEqualTo("\"2500000000000\"");
        assertThat(levels.at("/supports/0/price").toString()).isEqualTo("\"2500.50\"");
        assertThat(levels.get("resistances")).isEmpty();
        assertThat(ok("/v1/tokens/bitcoin/forecast")
                        .at("/data/horizons/0/calibration_outcomes")
                        .toString())
                .isEqualTo("9999999");
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

    private static String value(String path, String pointer) {
        return ok(path).get("data").at(pointer).asText();
    }

    private static JsonNode ok(String path) {
        HttpResponse<String> response = api.get(path, "x-api-key", key);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return TestApi.json(response);
    }
}
