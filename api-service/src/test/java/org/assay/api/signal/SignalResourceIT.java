package org.assay.api.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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

class SignalResourceIT {

    private static final StubClock CLOCK = StubClock.at("2026-11-21T12:00:00Z");

    private static TestApi api;
    private static String key;

    @BeforeAll
    static void start() {
        api = TestApi.start(CLOCK);
        key = api.issue(Plan.UNLIMITED).secret();
        api.sql("""
                insert into token (id, symbol, name, categories) values ('bitcoin', 'BTC', 'Bitcoin', '{layer-1}'),
                  ('ethereum', 'ETH', 'Ethereum', '{layer-1,defi}'), ('aave', 'AAVE', 'Aave', '{defi}'),
                  ('never', 'NVR', 'Never', '{}');
                insert into signal values
                  ('bitcoin', 'daily', '2026-11-21Z', '2026-11-21T00:02Z', 'm-1', 1, 'grade_high_in_uptrend', 0, 0, 0,
                    71.28378378378379, 1e-7, 84103.2, ''),
                  ('bitcoin', 'daily', '2026-11-21Z', '2026-11-21T09:00Z', 'm-1', 0, null, 0, 4, 0, 55, -0.01, 84103.1, ''),
                  ('ethereum', 'daily', '2026-11-21Z', '2026-11-21T00:02Z', 'm-1', -1, null, -1, 9, 2, null, null, null, ''),
                  ('aave', 'daily', '2026-11-18Z', '2026-11-18T00:02Z', 'm-1', 1, 'grade_high_in_uptrend', 0, 0, 0, 90, 0.2,
                    1, ''),
                  ('bitcoin', 'hourly', '2026-11-21T11:00Z', '2026-11-21T11:00:20Z', 'm-1', -1, null, -1, 3, 0, 20, -0.1, 1,
                    '');
                insert into signal (token, cadence, valid_at, known_at, model, value, previous, held, missing, digest)
                  select 'ethereum', 'daily', t, t + interval '2 minutes', 'm-1', -1, -1, 1, 0, ''
                  from generate_series(timestamptz '2026-11-01Z', '2026-11-20Z', '1 day') t;
                insert into signal (token, cadence, valid_at, known_at, model, value, previous, held, missing, digest)
                  values ('ethereum', 'daily', '2026-11-10Z', '2026-11-15Z', 'm-1', 1, 0, 0, 0, '');
                """);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void givesEveryFieldOfASignal() {
        assertThat(ok("/v1/signals?ids=bitcoin&as_of=2026-11-21T08:00:00Z")
                        .get("data")
                        .get(0)
                        .toString())
                .isEqualTo("{\"id\":\"bitcoin\",\"symbol\":\"BTC\",\"name\":\"Bitcoin\",\"signal\":1,"
                        + "\"signal_reason\":null,\"previous\":0,\"changed\":true,"
                        + "\"change_reason\":\"grade_high_in_uptrend\",\"held_periods\":0,\"missing_periods\":0,"
                        + "\"grade\":\"71.28378378378379\",\"trend\":\"0.0000001\",\"price\":\"84103.2\",\"model\":\"m-1\","
                        + "\"valid_at\":\"2026-11-21T00:00:00Z\",\"known_at\":\"2026-11-21T00:02:00Z\","
                        + "\"as_of\":\"2026-11-21T00:00:00Z\",\"age_ms\":28800000,\"stale\":false}");
    }

    @Test
    void saysNullWithAReasonWhereThereIsNone() {
        JsonNode data = ok("/v1/signals?ids=never,ethereum").get("data");
        assertThat(data.get(0).get("id").asText()).isEqualTo("ethereum");
        assertThat(data.get(0).get("grade").isNull()).isTrue();
        assertThat(data.get(0).get("missing_periods").asInt()).isEqualTo(2);
        assertThat(data.get(1).get("signal").isNull()).isTrue();
        assertThat(data.get(1).get("signal_reason").asText()).isEqualTo("not_signalled_yet");
        assertThat(data.get(1).get("stale").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|aave,bitcoin,ethereum",
                "signal=1|aave",
                "signal=1&as_of=2026-11-21T08:00:00Z|aave,bitcoin",
                "signal=-1|ethereum",
                "signal=0|bitcoin",
                "changed=true|aave",
                "changed=false|bitcoin,ethereum",
                "category=defi|aave,ethereum",
                "cadence=hourly|bitcoin",
                "as_of=2026-11-18T00:02:00Z|aave,ethereum",
                "as_of=2026-10-01T00:00:00Z|''",
            })
    void filtersWhatIsInForce(String query, String ids) {
        assertThat(String.join(",", ok("/v1/signals?" + query).get("data").findValuesAsText("id")))
                .isEqualTo(ids);
    }

    @Test
    void showsEveryTokenOnceOverAllPagesOfOneMoment() {
        AtomicBoolean corrected = new AtomicBoolean();
        List<String> seen = PageWalk.walk(api, key, "/v1/signals?limit=1&signal=-1", "id", () -> {
            if (!corrected.getAndSet(true)) {
                api.sql(
                        "insert into signal (token, cadence, valid_at, known_at, model, value, previous, held, missing,"
                                + " digest) values ('never', 'daily', '2026-11-21Z', '2026-11-21T12:00:01Z', 'm-2', -1, 0, 0, 0, '')");
            }
        });
        api.sql("delete from signal where model = 'm-2'");
        assertThat(seen).containsExactly("ethereum");
        assertThat(PageWalk.walk(api, key, "/v1/signals?limit=1", "id")).containsExactly("aave", "bitcoin", "ethereum");
    }

    @Test
    void saysOfATokenWhatWasSaidThen() {
        String range = "/v1/tokens/ethereum/signals?start=2026-11-09T00:00:00Z&end=2026-11-12T00:00:00Z&order=asc";
        assertThat(ok(range).get("data").findValuesAsText("signal")).containsExactly("-1", "1", "-1");
        JsonNode then = ok(range + "&as_of=2026-11-14T23:59:59Z");
        assertThat(then.get("data").findValuesAsText("signal")).containsExactly("-1", "-1", "-1");
        assertThat(then.get("valid_at").asText()).isEqualTo("2026-11-14T00:00:00Z");
        assertThat(then.get("stale").asBoolean()).isFalse();
        JsonNode hourly = ok("/v1/tokens/bitcoin/signals?cadence=hourly");
        assertThat(hourly.get("data")).hasSize(1);
        assertThat(hourly.get("cadence").asText()).isEqualTo("hourly");
        assertThat(hourly.get("age_ms").asLong()).isEqualTo(3_600_000);
        assertThat(ok("/v1/tokens/never/signals").get("stale").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"asc", "desc"})
    void showsEachDayOnceOverAllPages(String order) {
        List<String> seen = PageWalk.walk(api, key, "/v1/tokens/ethereum/signals?limit=4&order=" + order, "valid_at");
        assertThat(seen).hasSize(21).doesNotHaveDuplicates();
        assertThat(seen).isSortedAccordingTo((a, b) -> order.equals("asc") ? a.compareTo(b) : b.compareTo(a));
    }

    private static JsonNode ok(String path) {
        HttpResponse<String> response = api.get(path, "x-api-key", key);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return TestApi.json(response);
    }
}
