package org.assay.api.methodology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
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
        assertThat(now.get("classes").findValuesAsText("from")).containsExactly("80", "60", "40", "20", "0");
        assertThat(now.get("momentum")).hasSize(5);
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
        assertThat(ok("/v1/methodology?as_of=2026-01-01T00:00:00Z").get("in_force"))
                .isEmpty();
    }

    private static JsonNode ok(String path) {
        HttpResponse<String> response = api.get(path, "x-api-key", key);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return TestApi.json(response);
    }
}
