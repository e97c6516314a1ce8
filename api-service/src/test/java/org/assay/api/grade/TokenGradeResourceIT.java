package org.assay.api.grade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.assay.api.TestApi;
import org.assay.api.key.Plan;
import org.assay.api.list.PageWalk;
import org.assay.testkit.clock.StubClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenGradeResourceIT {

    private static final StubClock CLOCK = StubClock.at("2026-11-21T12:00:00Z");

    private static TestApi api;
    private static String key;

    @BeforeAll
    static void start() {
        api = TestApi.start(CLOCK);
        key = api.issue(Plan.UNLIMITED).secret();
        api.sql("""
                create table grade_hourly_all partition of grade_hourly default;
                insert into token (id, symbol, name) values ('bitcoin', 'BTC', 'Bitcoin'), ('never', 'NVR', 'Never');
                insert into grade (token, kind, cadence, valid_at, known_at, model, grade, in_universe, digest)
                  select 'bitcoin', 'trader', 'daily', t, t + interval '2 minutes', 'm-1',
                    extract(day from t), true, ''
                  from generate_series(timestamptz '2026-11-01Z', '2026-11-21Z', '1 day') t;
                insert into grade (token, kind, cadence, valid_at, known_at, model, grade, in_universe, digest)
                  select 'bitcoin', 'trader', 'daily', t, '2026-11-15T06:00Z', 'm-2', 99, true, ''
                  from generate_series(timestamptz '2026-11-10Z', '2026-11-12Z', '1 day') t;
                insert into grade (token, kind, cadence, valid_at, known_at, model, grade, in_universe, digest)
                  select 'bitcoin', 'trader', 'hourly', t, t + interval '20 seconds', 'm-1', 40, true, ''
                  from generate_series(timestamptz '2026-11-20Z', '2026-11-21T11:00Z', '1 hour') t;
                insert into grade (token, kind, cadence, valid_at, known_at, model, reason, in_universe, digest)
                  values ('bitcoin', 'investor', 'daily', '2026-11-21Z', '2026-11-21T00:02Z', 'm-1', 'too_few_tokens',
                    false, '');
                """);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void givesTheNewestFirstAndSaysHowFreshTheyAre() {
        JsonNode body = ok("/v1/tokens/bitcoin/grades?limit=2");
        assertThat(body.get("token").asText()).isEqualTo("bitcoin");
        assertThat(body.get("kind").asText()).isEqualTo("trader");
        assertThat(body.get("cadence").asText()).isEqualTo("daily");
        assertThat(body.get("valid_at").asText()).isEqualTo("2026-11-21T00:00:00Z");
        assertThat(body.get("known_at").asText()).isEqualTo("2026-11-21T00:02:00Z");
        assertThat(body.get("as_of").asText()).isEqualTo("2026-11-21T00:00:00Z");
        assertThat(body.get("age_ms").asLong()).isEqualTo(12 * 3_600_000L);
        assertThat(body.get("stale").asBoolean()).isFalse();
        assertThat(body.get("data")).hasSize(2);
        assertThat(body.get("data").get(1).get("valid_at").asText()).isEqualTo("2026-11-20T00:00:00Z");
        assertThat(body.get("data").get(1).get("known_at").asText()).isEqualTo("2026-11-20T00:02:00Z");
        assertThat(body.get("data").get(1).get("grade").asText()).isEqualTo("20");
    }

    @Test
    void saysWhatWasSaidThenAndNothingThatWasCorrectedLater() {
        String range = "/v1/tokens/bitcoin/grades?start=2026-11-10T00:00:00Z&end=2026-11-13T00:00:00Z";
        assertThat(ok(range).get("data").findValuesAsText("grade")).containsExactly("99", "99", "99");
        JsonNode then = ok(range + "&as_of=2026-11-15T05:59:59Z");
        assertThat(then.get("data").findValuesAsText("grade")).containsExactly("12", "11", "10");
        assertThat(then.get("valid_at").asText()).isEqualTo("2026-11-15T00:00:00Z");
        assertThat(then.get("age_ms").asLong()).isEqualTo((6 * 3_600 - 1) * 1_000L);
        JsonNode earlier = ok(range + "&as_of=2026-11-11T00:01:00Z&order=asc");
        assertThat(earlier.get("data").findValuesAsText("valid_at")).containsExactly("2026-11-10T00:00:00Z");
        assertThat(ok(range + "&as_of=2026-10-01T00:00:00Z").get("data")).isEmpty();
    }

    @Test
    void givesNullWithAReason() {
        JsonNode investor =
                ok("/v1/tokens/bitcoin/grades?kind=investor").get("data").get(0);
        assertThat(investor.get("grade").isNull()).isTrue();
        assertThat(investor.get("reason").asText()).isEqualTo("too_few_tokens");

        JsonNode never = ok("/v1/tokens/never/grades");
        assertThat(never.get("data")).isEmpty();
        assertThat(never.get("as_of").isNull()).isTrue();
        assertThat(never.get("stale").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "cadence=hourly&order=asc, 2026-11-20T00:00:00Z, 36",
        "cadence=hourly&start=2026-11-21T11:00:00Z, 2026-11-21T11:00:00Z, 1",
        "order=asc, 2026-11-01T00:00:00Z, 21",
        "end=2026-11-02T00:00:00Z, 2026-11-01T00:00:00Z, 1",
        "start=2026-11-21T00:00:00.000001Z, '', 0"
    })
    void readsAHalfOpenRangeOfEitherCadence(String query, String first, int count) {
        JsonNode data = ok("/v1/tokens/bitcoin/grades?" + query).get("data");
        assertThat(data).hasSize(count);
        assertThat(count == 0 ? "" : data.get(0).get("valid_at").asText()).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asc", "desc"})
    void showsEachDayOnceOverAllPages(String order) {
        List<String> seen = PageWalk.walk(api, key, "/v1/tokens/bitcoin/grades?limit=4&order=" + order, "valid_at");
        assertThat(seen).hasSize(21).doesNotHaveDuplicates();
        assertThat(seen).isSortedAccordingTo((a, b) -> order.equals("asc") ? a.compareTo(b) : b.compareTo(a));
    }

    private static JsonNode ok(String path) {
        HttpResponse<String> response = api.get(path, "x-api-key", key);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return TestApi.json(response);
    }
}
