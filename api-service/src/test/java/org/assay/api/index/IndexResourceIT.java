package org.assay.api.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.junit.jupiter.params.provider.ValueSource;

class IndexResourceIT {

    private static final StubClock CLOCK = StubClock.at("2026-11-21T12:00:00Z");

    private static TestApi api;
    private static String key;

    @BeforeAll
    static void start() {
        api = TestApi.start(CLOCK);
        key = api.issue(Plan.UNLIMITED).secret();
        api.sql("""
                insert into index_definition select id, version, cast(known_at as timestamptz), name, description,
                    cast('{"id": "x", "name": "X", "description": "A rule file.", "eligibility": {"min_market_cap": null,
                      "max_market_cap": null, "min_volume": 10000000.0, "min_history_days": 90, "min_grade": null,
                      "from_cap_rank": null, "to_cap_rank": 300, "categories": ["defi"], "exclude": []},
                      "rank_by": "market_cap", "buffer": 2, "min_count": 5, "weights": "sqrt_cap", "max_weight": 0.250,
                      "rebalance": "monthly", "bear_asset": null, "cost_basis_points": 10.5, "no_price_days": 7}' as jsonb)
                    || jsonb_build_object('count', size)
                  from (values
                    ('top-10', 'a1', '2026-10-01T00:02Z', 'Top 10', 'The largest.', 9),
                    ('top-10', 'b2', '2026-11-20T06:00Z', 'Top 10', 'The largest.', 10),
                    ('trader', 'c3', '2026-10-01T00:02Z', 'Trader', 'By grade.', 15),
                    ('late', 'd4', '2026-11-21T09:00Z', 'Late', 'New.', 3)
                  ) as d(id, version, known_at, name, description, size);
                -- 1000, 1010, 1020 ... one a day from October 1 on; the level of November 21 is 1510.
                insert into index_level select 'top-10', t, t + interval '2 minutes',
                    1000 + 10 * extract(day from t - timestamptz '2026-10-01Z'), null, 'bull', false, 0, ''
                  from generate_series(timestamptz '2026-10-01Z', '2026-11-21Z', '1 day') t;
                insert into index_level values
                  ('top-10', '2026-11-20Z', '2026-11-21T09:00Z', 1208, null, 'bear', true, 1, ''),
                  ('trader', '2026-11-21Z', '2026-11-21T00:02Z', null, 'too_few_tokens', 'neutral', false, 0, '');
                insert into index_rebalance values
                  ('top-10', '2026-10-01Z', '2026-10-01T00:02Z', 0, 'inception', '2026-09-29', '2026-09-30', 1000, 1000, 0, 0,
                    '[{"token": "bitcoin", "old_units": 0, "new_units": 0.01, "old_weight": 0, "new_weight": 1,
                      "price": 100000.0, "reason": "inception", "text": "rank 1 by market_cap"}]'),
                  ('top-10', '2026-11-01Z', '2026-11-01T00:02Z', 0, 'no_price', '2026-10-31', '2026-10-31', 1310, 1310, 0.5,
                    1.31, '[]'),
                  ('top-10', '2026-11-01Z', '2026-11-01T00:02Z', 1, 'schedule', '2026-10-30', '2026-10-31', 1310, 1309, 0.25,
                    1.0, '[]'),
                  ('top-10', '2026-11-20Z', '2026-11-20T00:02Z', 0, 'schedule', '2026-11-18', '2026-11-19', 1500, 1499, 0.1,
                    1.5, '[]'),
                  ('top-10', '2026-11-20Z', '2026-11-21T09:00Z', 0, 'bear_regime', '2026-11-18', '2026-11-19', 1250, 1208, 1,
                    2.5, '[]');
                insert into index_holding values
                  ('top-10', '2026-11-20Z', '2026-11-20T00:02Z', '[{"token": "bitcoin", "units": 0.015, "price": 100000.50,
                    "priced_on": "2026-11-19", "weight": 1.0}]'),
                  ('top-10', '2026-11-20Z', '2026-11-21T09:00Z', '[{"token": "tether", "units": 1208, "price": 1,
                    "priced_on": "2026-11-19", "weight": 1}]'),
                  ('top-10', '2026-11-21Z', '2026-11-21T00:02Z', '[{"token": "USD", "units": 10, "price": 1,
                    "priced_on": null, "weight": 0.0066}, {"token": "bitcoin", "units": 1e-7, "price": 100000,
                    "priced_on": "2026-11-20", "weight": 0.9934}]');
                insert into grade (token, kind, cadence, valid_at, known_at, model, grade, in_universe, price, digest) values
                  ('bitcoin', 'trader', 'daily', '2026-11-14Z', '2026-11-14T00:02Z', 'm', 50, true, 80000, ''),
                  ('bitcoin', 'trader', 'daily', '2026-11-21Z', '2026-11-21T00:02Z', 'm', 50, true, 100000, '');
                """);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void listsIndicesWithRulesAndLatestLevel() {
        JsonNode data = ok("/v1/indices").get("data");
        assertThat(data.findValuesAsText("id")).containsExactly("late", "top-10", "trader");
        JsonNode top = data.get(1);
        assertThat(top.get("version").asText()).isEqualTo("b2");
        assertThat(top.get("rules")).isEqualTo(TestApi.json("""
                {"eligibility": {"min_market_cap": null, "max_market_cap": null, "min_volume": "10000000.0",
                  "min_history_days": 90, "min_grade": null, "from_cap_rank": null, "to_cap_rank": 300,
                  "categories": ["defi"], "exclude": []}, "rank_by": "market_cap", "count": 10, "buffer": 2,
                  "min_count": 5, "weights": "sqrt_cap", "max_weight": "0.250", "rebalance": "monthly",
                  "bear_asset": null, "cost_basis_points": "10.5", "no_price_days": 7}"""));
        assertThat(top.get("level").asText()).isEqualTo("1510");
        assertThat(top.get("holdings").asInt()).isEqualTo(2);
        assertThat(number(top, "return_1d")).isEqualTo(1510.0 / 1208 - 1);
        assertThat(number(top, "return_7d")).isEqualTo(1510.0 / 1440 - 1);
        assertThat(number(top, "return_30d")).isEqualTo(1510.0 / 1210 - 1);
        assertThat(top.get("age_ms").asLong()).isEqualTo(12 * 3_600_000L);
        assertThat(top.get("stale").asBoolean()).isFalse();
        assertThat(data.get(0).get("level").isNull()).isTrue();
        assertThat(data.get(0).get("reason").asText()).isEqualTo("no_level_yet");
        assertThat(data.get(0).get("stale").asBoolean()).isTrue();
        assertThat(data.get(2).get("reason").asText()).isEqualTo("too_few_tokens");
        assertThat(data.get(2).get("holdings").isNull()).isTrue();
        assertThat(PageWalk.walk(api, key, "/v1/indices?limit=1", "id")).containsExactly("late", "top-10", "trader");
    }

    @Test
    void saysOfAnIndexWhatWasKnownThen() {
        JsonNode then = ok("/v1/indices/top-10?as_of=2026-11-20T05:00:00Z");
        assertThat(then.get("version").asText()).isEqualTo("a1");
        assertThat(then.get("level").asText()).isEqualTo("1500");
        assertThat(then.get("regime").asText()).isEqualTo("bull");
        assertThat(ok("/v1/indices?as_of=2026-11-21T08:00:00Z").get("data").findValuesAsText("id"))
                .containsExactly("top-10", "trader");
        assertThat(get("/v1/indices/late?as_of=2026-11-21T08:00:00Z").statusCode())
                .isEqualTo(404);
    }

    @Test
    void givesTheHoldingsOfAnyDayAsOfAnyMoment() {
        JsonNode now = ok("/v1/indices/top-10/holdings");
        assertThat(now.get("holdings").get(0).get("priced_on").isNull()).isTrue();
        assertThat(now.get("holdings").get(1).toString())
                .isEqualTo("{\"token\":\"bitcoin\",\"units\":\"0.0000001\",\"price\":\"100000\","
                        + "\"priced_on\":\"2026-11-20\",\"weight\":\"0.9934\"}");
        JsonNode corrected = ok("/v1/indices/top-10/holdings?at=2026-11-20T23:00:00Z");
        assertThat(corrected.get("holdings").get(0).get("token").asText()).isEqualTo("tether");
        assertThat(corrected.get("defensive").asBoolean()).isTrue();
        assertThat(corrected.get("held_at_last_print").asInt()).isEqualTo(1);
        JsonNode then = ok("/v1/indices/top-10/holdings?at=2026-11-20T23:00:00Z&as_of=2026-11-21T08:59:59Z");
        assertThat(then.get("holdings").get(0).get("token").asText()).isEqualTo("bitcoin");
        assertThat(then.get("holdings").get(0).get("price").asText()).isEqualTo("100000.50");
        assertThat(then.get("level").asText()).isEqualTo("1500");
        assertThat(ok("/v1/indices/trader/holdings").get("holdings")).isEmpty();
        assertThat(ok("/v1/indices/late/holdings").get("reason").asText()).isEqualTo("no_level_yet");
    }

    @Test
    void computesTheFiguresFromTheLevelsInForce() {
        JsonNode figures = ok("/v1/indices/top-10/performance?limit=1").get("figures");
        JsonNode returns = figures.get("returns");
        assertThat(returns.findValuesAsText("period")).containsExactly("1d", "7d", "30d", "all");
        assertThat(number(returns.get(0), "return")).isEqualTo(1510.0 / 1208 - 1);
        assertThat(returns.get(0).get("bitcoin").isNull()).isTrue();
        assertThat(returns.get(1).get("from").asText()).isEqualTo("2026-11-14T00:00:00Z");
        assertThat(number(returns.get(1), "bitcoin")).isEqualTo(0.25);
        assertThat(number(returns.get(1), "excess")).isEqualTo((1510.0 / 1440 - 1) - 0.25);
        assertThat(number(returns.get(3), "return")).isEqualTo(0.51);
        assertThat(number(figures, "max_drawdown")).isEqualTo(1208.0 / 1490 - 1);
        assertThat(number(figures, "current_drawdown")).isZero();
        assertThat(number(figures, "costs")).isCloseTo(1.31 / 1310 + 1.0 / 1310 + 2.5 / 1250, within(1e-15));
        assertThat(number(figures, "turnover_per_year")).isCloseTo(1.75 / (51.0 / 365), within(1e-12));
        assertThat(figures.get("trades").asInt()).isEqualTo(4);
        assertThat(number(figures, "volatility")).isCloseTo(volatility(), within(1e-12));
        JsonNode then =
                ok("/v1/indices/top-10/performance?as_of=2026-11-21T08:59:59Z").get("figures");
        assertThat(number(then, "max_drawdown")).isZero();
        JsonNode none = ok("/v1/indices/trader/performance").get("figures");
        assertThat(none.get("returns")).isEmpty();
        assertThat(none.get("max_drawdown").isNull()).isTrue();
        assertThat(none.get("volatility").isNull()).isTrue();
        assertThat(none.get("turnover_per_year").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"asc", "desc"})
    void showsEachLevelOnceOverAllPages(String order) {
        List<String> seen =
                PageWalk.walk(api, key, "/v1/indices/top-10/performance?limit=9&order=" + order, "valid_at");
        assertThat(seen).hasSize(52).doesNotHaveDuplicates();
        assertThat(seen).isSortedAccordingTo((a, b) -> order.equals("asc") ? a.compareTo(b) : b.compareTo(a));
    }

    @Test
    void showsTheLedgerInForceWithReasonAndPriceOfEveryChange() {
        JsonNode body = ok("/v1/indices/top-10/rebalances?order=asc");
        assertThat(body.get("valid_at").asText()).isEqualTo("2026-11-21T00:00:00Z");
        JsonNode data = body.get("data");
        assertThat(data.findValuesAsText("trigger"))
                .containsExactly("inception", "no_price", "schedule", "bear_regime");
        assertThat(data.get(0).toString())
                .isEqualTo(
                        "{\"valid_at\":\"2026-10-01T00:00:00Z\",\"known_at\":\"2026-10-01T00:02:00Z\",\"sequence\":0,"
                                + "\"trigger\":\"inception\",\"decided_on\":\"2026-09-29\",\"executed_on\":\"2026-09-30\","
                                + "\"level_before\":\"1000\",\"level_after\":\"1000\",\"turnover\":\"0\",\"cost\":\"0\","
                                + "\"entries\":[{\"token\":\"bitcoin\",\"old_units\":\"0\",\"new_units\":\"0.01\","
                                + "\"old_weight\":\"0\",\"new_weight\":\"1\",\"price\":\"100000.0\",\"reason\":\"inception\","
                                + "\"text\":\"rank 1 by market_cap\"}]}");
        assertThat(ok("/v1/indices/top-10/rebalances?as_of=2026-11-21T08:59:59Z&limit=1")
                        .get("data")
                        .get(0)
                        .get("trigger")
                        .asText())
                .isEqualTo("schedule");
        assertThat(PageWalk.walk(api, key, "/v1/indices/top-10/rebalances?limit=1", "trigger"))
                .containsExactly("bear_regime", "schedule", "no_price", "inception");
        assertThat(PageWalk.walk(api, key, "/v1/indices/top-10/rebalances?limit=1&order=asc", "trigger"))
                .containsExactly("inception", "no_price", "schedule", "bear_regime");
        assertThat(ok("/v1/indices/trader/rebalances").get("data")).isEmpty();
    }

    private static double volatility() {
        double[] levels = new double[52];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = i == 50 ? 1208 : 1000 + 10 * i;
        }
        double sum = 0;
        for (int i = 1; i < levels.length; i++) {
            sum += levels[i] / levels[i - 1] - 1;
        }
        double mean = sum / (levels.length - 1);
        double squares = 0;
        for (int i = 1; i < levels.length; i++) {
            squares += Math.pow(levels[i] / levels[i - 1] - 1 - mean, 2);
        }
        return Math.sqrt(squares / (levels.length - 2)) * Math.sqrt(365);
    }

    private static double number(JsonNode node, String field) {
        assertThat(node.get(field).isTextual()).as(field).isTrue();
        return Double.parseDouble(node.get(field).asText());
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
