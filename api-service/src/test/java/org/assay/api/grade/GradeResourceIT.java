package org.assay.api.grade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
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

class GradeResourceIT {

    private static final StubClock CLOCK = StubClock.at("2026-11-21T12:00:00Z");

    private static TestApi api;
    private static String key;

    @BeforeAll
    static void start() {
        api = TestApi.start(CLOCK);
        key = api.issue(Plan.UNLIMITED).secret();
        api.sql("""
                create table grade_hourly_all partition of grade_hourly default;
                insert into token (id, symbol, name, categories, rank) values
                  ('bitcoin', 'BTC', 'Bitcoin', '{layer-1}', 1), ('ethereum', 'ETH', 'Ethereum', '{layer-1,defi}', 2),
                  ('aave', 'AAVE', 'Aave', '{defi}', 3), ('young', 'YNG', 'Young', '{}', 4),
                  ('never', 'NVR', 'Never', '{}', 5), ('steady', 'STD', 'Steady', '{}', 6);
                insert into grade (token, kind, cadence, valid_at, known_at, model, grade, reason, class, momentum,
                    change_24h, score, standing, smoothed, sub_scores, in_universe, price, digest) values
                  ('bitcoin', 'trader', 'daily', '2026-11-20Z', '2026-11-20T00:02Z', 'm-1', 50, null, 'neutral', null, null,
                    0.1, 0.5, 0.5, '{}', true, 100, ''),
                  ('bitcoin', 'trader', 'daily', '2026-11-21Z', '2026-11-21T00:02:11.5Z', 'm-1', 71.28378378378379, null,
                    'strong', 'gaining', 21.28378378378379, 0.30000000000000004, 0.7125, 1e-7,
                    '{"volatility": 80.25, "momentum": 64}', true, 84103.2, ''),
                  ('bitcoin', 'trader', 'daily', '2026-11-21Z', '2026-11-21T09:00Z', 'm-1', 70.5, null, 'strong', 'gaining',
                    20.5, 0.3, 0.71, 0.70, '{}', true, 84103.1, ''),
                  ('ethereum', 'trader', 'daily', '2026-11-21Z', '2026-11-21T00:02Z', 'm-1', 12.5, null, 'very_weak',
                    'crashing', -30, -0.3, 0.1, 0.125, '{}', true, 2800, ''),
                  ('aave', 'trader', 'daily', '2026-11-21Z', '2026-11-21T00:02Z', 'm-1', 70.5, null, 'strong', null, null,
                    0.3, 0.71, 0.70, '{}', true, 200, ''),
                  ('steady', 'trader', 'daily', '2026-11-18Z', '2026-11-18T00:02Z', 'm-1', 0, null, 'very_weak', 'holding', 0,
                    0, 0, 0, '{}', false, 1, ''),
                  ('young', 'trader', 'daily', '2026-11-21Z', '2026-11-21T00:02Z', 'm-1', null, 'too_short_history', null,
                    null, null, null, null, null, '{}', false, 3, ''),
                  ('bitcoin', 'trader', 'hourly', '2026-11-21T11:00Z', '2026-11-21T11:01Z', 'm-1', 66, null, 'strong', null,
                    null, 0, 0, 0, '{}', true, 1, ''),
                  ('bitcoin', 'investor', 'daily', '2026-11-21Z', '2026-11-21T00:02Z', 'm-1', 90, null, 'very_strong', null,
                    null, 0, 0, 0, '{}', true, 1, '');
                insert into signal (token, cadence, valid_at, known_at, model, value, previous, held, missing, digest) values
                  ('bitcoin', 'daily', '2026-11-20Z', '2026-11-20T00:02Z', 'm-1', 0, 0, 3, 0, ''),
                  ('bitcoin', 'daily', '2026-11-21Z', '2026-11-21T00:02:11.5Z', 'm-1', 1, 0, 0, 0, ''),
                  ('ethereum', 'daily', '2026-11-21Z', '2026-11-21T00:02Z', 'm-1', -1, -1, 9, 0, '');
                """);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void givesEveryFieldOfAGradeWithAllItsDigits() {
        JsonNode body = ok("/v1/grades?ids=bitcoin&as_of=2026-11-21T08:00:00Z");
        assertThat(body.get("kind").asText()).isEqualTo("trader");
        assertThat(body.get("cadence").asText()).isEqualTo("daily");
        assertThat(body.get("data").get(0).toString())
                .isEqualTo(
                        "{\"id\":\"bitcoin\",\"symbol\":\"BTC\",\"name\":\"Bitcoin\",\"grade\":\"71.28378378378379\","
                                + "\"reason\":null,\"class\":\"strong\",\"momentum\":\"gaining\","
                                + "\"change_24h\":\"21.28378378378379\",\"sub_scores\":{\"momentum\":\"64\","
                                + "\"volatility\":\"80.25\"},\"score\":\"0.30000000000000004\",\"standing\":\"0.7125\","
                                + "\"smoothed\":\"0.0000001\",\"in_universe\":true,\"price\":\"84103.2\",\"model\":\"m-1\","
                                + "\"signal\":1,\"valid_at\":\"2026-11-21T00:00:00Z\",\"known_at\":\"2026-11-21T00:02:11.500Z\","
                                + "\"as_of\":\"2026-11-21T00:00:00Z\",\"age_ms\":28800000,\"stale\":false}");
    }

    @Test
    void saysNullWithAReasonWhereThereIsNoGrade() {
        JsonNode data = ok("/v1/grades?ids=young,never,steady").get("data");
        JsonNode steady = data.get(0);
        assertThat(steady.get("grade").asText()).isEqualTo("0");
        assertThat(steady.get("stale").asBoolean()).isTrue();
        JsonNode never = data.get(1);
        assertThat(never.get("id").asText()).isEqualTo("never");
        assertThat(never.get("grade").isNull()).isTrue();
        assertThat(never.get("reason").asText()).isEqualTo("not_graded_yet");
        assertThat(never.get("valid_at").isNull()).isTrue();
        assertThat(never.get("age_ms").isNull()).isTrue();
        assertThat(never.get("stale").asBoolean()).isTrue();
        JsonNode young = data.get(2);
        assertThat(young.get("grade").isNull()).isTrue();
        assertThat(young.get("reason").asText()).isEqualTo("too_short_history");
        assertThat(young.get("signal").isNull()).isTrue();
        assertThat(young.get("stale").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|aave,bitcoin,ethereum,steady,young",
                "sort=grade|steady,ethereum,aave,bitcoin,young",
                "sort=-change_24h|bitcoin,steady,ethereum,aave,young",
                "sort=change_24h|ethereum,steady,bitcoin,aave,young",
                "sort=token|aave,bitcoin,ethereum,steady,young",
                "sort=-token|young,steady,ethereum,bitcoin,aave",
                "class=strong|aave,bitcoin",
                "min_grade=70.5|aave,bitcoin",
                "min_grade=12.5&max_grade=12.5|ethereum",
                "max_grade=0|steady",
                "signal=1|bitcoin",
                "signal=-1|ethereum",
                "signal=0|''",
                "category=defi|aave,ethereum",
                "category=defi&min_grade=50|aave",
                "ids=ethereum,aave,ethereum|aave,ethereum",
                "kind=investor|bitcoin",
                "cadence=hourly|bitcoin",
                "cadence=hourly&as_of=2026-11-21T11:00:59Z|''",
                "as_of=2026-11-20T00:02:00Z|bitcoin,steady",
                "as_of=2026-11-01T00:00:00Z|''",
                "as_of=2026-11-21T08:59:59Z|bitcoin,aave,ethereum,steady,young",
            })
    void filtersAndSortsWhatIsInForce(String query, String ids) {
        JsonNode body = ok("/v1/grades?" + query);
        assertThat(String.join(",", body.get("data").findValuesAsText("id"))).isEqualTo(ids);
    }

    @Test
    void showsTheLatestCorrectionAndNoneThatWasSaidLater() {
        assertThat(grade("")).isEqualTo("70.5");
        assertThat(grade("&as_of=2026-11-21T09:00:00Z")).isEqualTo("70.5");
        assertThat(grade("&as_of=2026-11-21T08:59:59.999999Z")).isEqualTo("71.28378378378379");
        assertThat(grade("&as_of=2026-11-21T00:02:00Z")).isEqualTo("50");
        assertThat(grade("&as_of=2026-11-20T00:01:59Z")).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-grade", "grade", "-change_24h", "change_24h", "token", "-token"})
    void showsEveryTokenOnceOverAllPagesThoughGradesChangeMeanwhile(String sort) {
        List<String> before = ok("/v1/grades?sort=" + sort).get("data").findValuesAsText("id");
        List<String> changes = new ArrayList<>(List.of("100", "0.5", "33"));
        List<String> seen = PageWalk.walk(api, key, "/v1/grades?limit=1&sort=" + sort, "id", () -> {
            if (!changes.isEmpty()) {
                api.sql(
                        "insert into grade (token, kind, cadence, valid_at, known_at, model, grade, change_24h, in_universe,"
                                + " digest) select id, 'trader', 'daily', '2026-11-21Z', '2026-11-21T12:00:0"
                                + changes.size()
                                + "Z', 'm-2', " + changes.removeFirst() + ", 1, true, '' from token");
            }
        });
        api.sql("delete from grade where model = 'm-2'");
        assertThat(seen).containsExactlyElementsOf(before);
    }

    @Test
    void namesEveryIdThatIsNoTokens() {
        HttpResponse<String> response = get("/v1/grades?ids=bitcoin,nothing,nowhere");
        assertThat(response.statusCode()).isEqualTo(404);
        JsonNode problem = TestApi.json(response);
        assertThat(problem.get("code").asText()).isEqualTo("unknown_token");
        assertThat(problem.get("errors")).hasSize(2);
        assertThat(problem.get("errors").get(1).get("detail").asText()).contains("nowhere");
    }

    private static String grade(String query) {
        return ok("/v1/grades?ids=bitcoin" + query)
                .get("data")
                .get(0)
                .get("grade")
                .asText();
    }

    private static JsonNode ok(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return TestApi.json(response);
    }

    private static HttpResponse<String> get(String path) {
        return api.get(path, "x-api-key", key);
    }
}
