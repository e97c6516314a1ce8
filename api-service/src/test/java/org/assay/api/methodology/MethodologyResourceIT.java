package org.assay.api.methodology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.assay.api.TestApi;
import org.assay.api.key.Plan;
import org.assay.testkit.clock.StubClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MethodologyResourceIT {

    private static final StubClock CLOCK = StubClock.at("2026-11-21T12:00:00Z");

    private static TestApi api;
    private static String key;

    @BeforeAll
    static void start() {
        api = TestApi.start(CLOCK);
        key = api.issue(Plan.UNLIMITED).secret();
        api.sql("""
                insert into rating_model values
                  ('2021.12-1', '{"data_hash": "9f2c", "scores": {"ic": 0.1250}}', '[{"id": "momentum_30", "version": 1,
                    "group": "momentum", "definition": "C/C30 - 1", "unit": "ratio", "source": "candles",
                    "warm_up_days": 31}]', '2026-10-01Z'),
                  ('2022.12-1', '{}', '[]', '2026-11-21T06:00Z');
                insert into rating_run values
                  ('daily', '2026-11-20Z', '2026-11-20T00:02Z', '2021.12-1', 300, 240, '', '{}', ''),
                  ('daily', '2026-11-21Z', '2026-11-21T00:02Z', '2021.12-1', 312, 241, '', '{}', ''),
                  ('daily', '2026-11-21Z', '2026-11-21T06:01Z', '2022.12-1', 312, 242, '', '{}', ''),
                  ('hourly', '2026-11-21T09:00Z', '2026-11-21T09:00:10Z', '2022.12-1', 312, 242, '', '{}', '');
                insert into index_definition values
                  ('top-10', 'a1', '2026-10-01T00:02Z', 'Top 10', '', '{}'),
                  ('top-10', 'b2', '2026-11-20T06:00Z', 'Top 10', '', '{}');
                insert into rating_rules values
                  ('grades', '2026-10-01Z', '{"classes": [{"label": "very_strong", "from": 80.0, "inclusive": true},
                    {"label": "other", "from": 0.0, "inclusive": true}], "momentum": [{"label": "gaining", "from": 5.0,
                    "inclusive": true}], "momentum_days": 7}', ''),
                  ('signals', '2026-10-01Z', '{"cadences": [{"cadence": "daily", "enter_long": 65.0, "exit_long": 50.0,
                    "enter_short": 30.0, "exit_short": 45.0, "trend_window": 20, "trend_band": 0.05,
                    "minimum_holding": 3, "missing_limit": 3}]}', ''),
                  ('signals', '2026-11-21T06:00Z', '{"cadences": [{"cadence": "daily", "enter_long": 66.0,
                    "exit_long": 50.0, "enter_short": 30.0, "exit_short": 45.0, "trend_window": 20,
                    "trend_band": 0.05, "minimum_holding": 3, "missing_limit": 3}]}', ''),
                  ('regime', '2026-10-01Z', '{"trend_weight": 0.5, "breadth_weight": 0.35, "volatility_weight": 0.15,
                    "enter": 0.35, "leave": 0.1, "confirm_days": 3, "high_grade": 70.0}', '');
                """);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void saysWhatIsInForceWithItsProvenance() {
        JsonNode now = ok("/v1/methodology");
        assertThat(now.get("formula").get("grade").asText()).contains("reference_smoothed");
        assertThat(now.get("classes").findValuesAsText("from")).containsExactly("80", "0");
        assertThat(now.get("momentum").toString())
                .isEqualTo("[{\"label\":\"gaining\",\"from\":\"5\",\"inclusive\":true}]");
        assertThat(now.get("signals").toString())
                .isEqualTo("[{\"cadence\":\"daily\",\"enter_long\":\"66\",\"exit_long\":\"50\","
                        + "\"enter_short\":\"30\",\"exit_short\":\"45\",\"trend_window\":20,\"trend_band\":\"0.05\","
                        + "\"minimum_holding\":3,\"missing_limit\":3}]");
        assertThat(now.get("regime").toString())
                .isEqualTo("{\"trend_weight\":\"0.5\",\"breadth_weight\":\"0.35\",\"volatility_weight\":\"0.15\","
                        + "\"enter\":\"0.35\",\"leave\":\"0.1\",\"confirm_days\":3,\"high_grade\":\"70\"}");
        JsonNode daily = now.get("in_force").get(0);
        assertThat(daily.get("model").asText()).isEqualTo("2022.12-1");
        assertThat(daily.get("graded").asInt()).isEqualTo(242);
        assertThat(daily.get("stale").asBoolean()).isFalse();
        assertThat(now.get("in_force").get(1).get("cadence").asText()).isEqualTo("hourly");
        assertThat(now.get("in_force").get(1).get("stale").asBoolean()).isTrue();
        assertThat(now.get("models").findValuesAsText("loaded_at"))
                .containsExactly("2026-11-21T06:00:00Z", "2026-10-01T00:00:00Z");
        JsonNode model = now.get("models").get(1);
        assertThat(model.get("provenance").get("scores").get("ic").toString()).isEqualTo("\"0.1250\"");
        assertThat(model.get("inputs").get(0).get("warm_up_days").asInt()).isEqualTo(31);
        assertThat(now.get("indices").toString())
                .isEqualTo("[{\"id\":\"top-10\",\"version\":\"b2\",\"known_at\":\"2026-11-20T06:00:00Z\"}]");
    }

    @Test
    void saysWhatWasInForceThen() {
        JsonNode then = ok("/v1/methodology?as_of=2026-11-20T05:00:00Z");
        assertThat(then.get("in_force")).hasSize(1);
        assertThat(then.get("in_force").get(0).get("model").asText()).isEqualTo("2021.12-1");
        assertThat(then.get("models")).hasSize(1);
        assertThat(then.get("indices").get(0).get("version").asText()).isEqualTo("a1");
        assertThat(then.at("/signals/0/enter_long").asText()).isEqualTo("65");
        JsonNode before = ok("/v1/methodology?as_of=2026-01-01T00:00:00Z");
        for (String list : List.of("in_force", "models", "indices", "classes", "momentum", "signals")) {
            assertThat(before.get(list)).as(list).isEmpty();
        }
        assertThat(before.get("regime").isNull()).isTrue();
    }

    private static JsonNode ok(String path) {
        HttpResponse<String> response = api.get(path, "x-api-key", key);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return TestApi.json(response);
    }
}
