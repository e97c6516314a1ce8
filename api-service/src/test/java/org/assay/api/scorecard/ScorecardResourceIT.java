package org.assay.api.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.assay.api.TestApi;
import org.assay.api.key.Plan;
import org.assay.api.list.PageWalk;
import org.assay.testkit.clock.StubClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScorecardResourceIT {

    private static final StubClock CLOCK = StubClock.at("2026-11-21T12:00:00Z");

    private static TestApi api;
    private static String key;

    @BeforeAll
    static void start() {
        api = TestApi.start(CLOCK);
        key = api.issue(Plan.UNLIMITED).secret();
        api.sql("""
                insert into token (id, symbol, name) values ('bitcoin', 'BTC', 'Bitcoin'), ('aave', 'AAVE', 'Aave'),
                  ('never', 'NVR', 'Never');
                insert into scorecard values
                  ('trader', '', '2026-11-21Z', '2026-11-21T00:02Z', '{"settings": {"horizons": [1, 7], "bucket_width": 10, "ended_after_days": 7, "cost_basis_points": [0.0, 10.0]},
                    "said_when_due_from": null, "rows": [{"lower": 80, "upper": 90, "horizon_days": 7, "outcomes": 31,
                    "mean_return": 0.0125, "median_return": 0.01, "mean_excess": -0.002, "beat_median": 0.5,
                    "net_returns": [0.0125, 0.0105]}, {"lower": 90, "upper": 100, "horizon_days": 7, "outcomes": 0,
                    "mean_return": null, "median_return": null, "mean_excess": null, "beat_median": null,
                    "net_returns": []}]}', ''),
                  ('signals', '', '2026-11-20Z', '2026-11-20T00:02Z', '{"settings": {"horizons": [1, 7], "bucket_width": 10, "ended_after_days": 7, "cost_basis_points": [0.0, 10.0]},
                    "tokens": 160, "ended": 3, "trades": 2, "hit_rate": 0.5, "mean_holding": 0.05,
                    "median_holding": 0.04, "said_when_due_from": "2026-11-20", "costs": [{"cost_basis_points": 10.0,
                    "mean_trade": 0.1, "mean_long_only": 0.2, "median_long_only": 0.3, "mean_long_short": 0.4,
                    "median_long_short": 0.5, "beat_holding": 0.6}]}', ''),
                  ('signals', '', '2026-11-21Z', '2026-11-21T00:02Z', '{"settings": {"horizons": [1, 7], "bucket_width": 10, "ended_after_days": 7, "cost_basis_points": [0.0, 10.0]},
                    "tokens": 160, "ended": 3, "trades": 4, "hit_rate": 0.75, "mean_holding": 0.05,
                    "median_holding": 0.04, "said_when_due_from": "2026-11-20", "costs": [{"cost_basis_points": 10.0,
                    "mean_trade": 0.1, "mean_long_only": 0.2, "median_long_only": 0.3, "mean_long_short": 0.4,
                    "median_long_short": 0.5, "beat_holding": 0.6}]}', ''),
                  ('signals', '', '2026-11-21Z', '2026-11-21T09:00Z', '{"settings": {"horizons": [1, 7], "bucket_width": 10, "ended_after_days": 7, "cost_basis_points": [0.0, 10.0]},
                    "tokens": 160, "ended": 3, "trades": 5, "hit_rate": 0.80, "mean_holding": 0.05,
                    "median_holding": 0.04, "said_when_due_from": "2026-11-20", "costs": [{"cost_basis_points": 10.0,
                    "mean_trade": 0.1, "mean_long_only": 0.2, "median_long_only": 0.3, "mean_long_short": 0.4,
                    "median_long_short": 0.5, "beat_holding": 0.6}]}', ''),
                  ('signals', 'bitcoin', '2026-11-20Z', '2026-11-20T00:02Z',
                    '{"token": "x", "from": "2026-10-22",
                    "to": "2026-11-20", "ended": false, "holding": 0.1, "strategies": [{"cost_basis_points": 0.0,
                    "long_only": 0.1, "long_short": 0.2}], "hit_rate": null, "time_long": 0.5, "time_short": 0.0,
                    "trades": [{"token": "x", "position": "long", "signal_day": "2026-11-01",
                    "entry_day": "2026-11-02", "entry_price": 1.5, "exit_day": "2026-11-18", "exit_price": 2750.0,
                    "exit": "signal", "gross_return": 0.1}]}', ''),
                  ('signals', 'bitcoin', '2026-11-21Z', '2026-11-21T00:02Z',
                    '{"token": "x", "from": "2026-10-22",
                    "to": "2026-11-20", "ended": false, "holding": 0.2, "strategies": [{"cost_basis_points": 0.0,
                    "long_only": 0.1, "long_short": 0.2}], "hit_rate": null, "time_long": 0.5, "time_short": 0.0,
                    "trades": [{"token": "x", "position": "long", "signal_day": "2026-11-01",
                    "entry_day": "2026-11-02", "entry_price": 1.50, "exit_day": "2026-11-18", "exit_price": 2750.0,
                    "exit": "signal", "gross_return": 0.1}, {"token": "x", "position": "long", "signal_day": "2026-11-01",
                    "entry_day": "2026-11-02", "entry_price": 2.0, "exit_day": "2026-11-18", "exit_price": 2750.0,
                    "exit": "signal", "gross_return": 0.1}, {"token": "x", "position": "long", "signal_day": "2026-11-01",
                    "entry_day": "2026-11-02", "entry_price": 3.0, "exit_day": "2026-11-18", "exit_price": 2750.0,
                    "exit": "signal", "gross_return": 0.1}]}', ''),
                  ('signals', 'aave', '2026-11-21Z', '2026-11-21T09:00Z',
                    '{"token": "x", "from": "2026-10-22",
                    "to": "2026-11-20", "ended": false, "holding": -0.2, "strategies": [{"cost_basis_points": 0.0,
                    "long_only": 0.1, "long_short": 0.2}], "hit_rate": null, "time_long": 0.5, "time_short": 0.0,
                    "trades": [{"token": "x", "position": "long", "signal_day": "2026-11-01",
                    "entry_day": "2026-11-02", "entry_price": 4.0, "exit_day": "2026-11-18", "exit_price": 2750.0,
                    "exit": "signal", "gross_return": 0.1}, {"token": "x", "position": "long", "signal_day": "2026-11-01",
                    "entry_day": "2026-11-02", "entry_price": 5.0, "exit_day": "2026-11-18", "exit_price": 2750.0,
                    "exit": "signal", "gross_return": 0.1}]}', ''),
                  ('signals', 'never', '2026-11-21Z', '2026-11-21T09:00Z', '{"token": "x", "from": "2026-10-22",
                    "to": "2026-11-20", "ended": false, "holding": 0.0, "strategies": [{"cost_basis_points": 0.0,
                    "long_only": 0.1, "long_short": 0.2}], "hit_rate": null, "time_long": 0.5, "time_short": 0.0,
                    "trades": []}', '');
                """);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void givesEachKindsScorecardInForce() {
        JsonNode data = ok("/v1/scorecard").get("data");
        assertThat(data.findValuesAsText("kind")).containsExactly("signals", "trader");
        assertThat(data.get(0).get("token").isNull()).isTrue();
        assertThat(data.at("/0/data/trades").asInt()).isEqualTo(5);
        assertThat(data.at("/0/data/hit_rate").toString()).isEqualTo("\"0.80\"");
        assertThat(data.at("/0/data/said_when_due_from").asText()).isEqualTo("2026-11-20");
        assertThat(data.at("/0/data/costs/0/beat_holding").asText()).isEqualTo("0.6");
        assertThat(data.get(0).get("known_at").asText()).isEqualTo("2026-11-21T09:00:00Z");
        JsonNode grades = data.at("/1/data");
        assertThat(grades.at("/settings/horizons").toString()).isEqualTo("[1,7]");
        assertThat(grades.at("/settings/cost_basis_points/1").toString()).isEqualTo("\"10.0\"");
        assertThat(grades.at("/rows/0/net_returns/1").asText()).isEqualTo("0.0105");
        assertThat(grades.at("/rows/1/mean_return").isNull()).isTrue();
        assertThat(ok("/v1/scorecard?kind=trader").get("data")).hasSize(1);
        assertThat(ok("/v1/scorecard?kind=forecast").get("data")).isEmpty();
    }

    @Test
    void saysWhatWasSaidThen() {
        assertThat(trades("&as_of=2026-11-21T08:59:59Z")).isEqualTo("4");
        assertThat(trades("&as_of=2026-11-20T12:00:00Z")).isEqualTo("2");
        assertThat(trades("&at=2026-11-20T12:00:00Z")).isEqualTo("2");
        assertThat(ok("/v1/scorecard?as_of=2026-11-01T00:00:00Z").get("data")).isEmpty();
    }

    @Test
    void givesATokensOwnWithoutItsTradesWhichHavePages() {
        JsonNode data = ok("/v1/scorecard?token=bitcoin").get("data");
        assertThat(data).hasSize(1);
        assertThat(data.get(0).get("token").asText()).isEqualTo("bitcoin");
        assertThat(data.at("/0/data/holding").asText()).isEqualTo("0.2");
        assertThat(data.at("/0/data/strategies/0/long_short").asText()).isEqualTo("0.2");
        assertThat(data.at("/0/data/trades").isMissingNode()).isTrue();
    }

    @Test
    void showsEveryTradeOnceOverAllPagesOfOneMoment() {
        assertThat(PageWalk.walk(api, key, "/v1/scorecard/trades?limit=2", "number"))
                .containsExactly("1", "2", "1", "2", "3");
        assertThat(PageWalk.walk(api, key, "/v1/scorecard/trades?limit=2", "token"))
                .containsExactly("aave", "aave", "bitcoin", "bitcoin", "bitcoin");
        JsonNode first =
                ok("/v1/scorecard/trades?token=bitcoin&limit=1").get("data").get(0);
        assertThat(first.get("trade").get("entry_price").asText()).isEqualTo("1.50");
        assertThat(first.get("trade").get("exit").asText()).isEqualTo("signal");
        assertThat(first.get("valid_at").asText()).isEqualTo("2026-11-21T00:00:00Z");
        assertThat(ok("/v1/scorecard/trades?as_of=2026-11-20T12:00:00Z").get("data"))
                .hasSize(1);
        assertThat(ok("/v1/scorecard/trades?token=never").get("data")).isEmpty();
    }

    private static String trades(String query) {
        return ok("/v1/scorecard?kind=signals" + query)
                .get("data")
                .get(0)
                .get("data")
                .get("trades")
                .asText();
    }

    private static JsonNode ok(String path) {
        HttpResponse<String> response = api.get(path, "x-api-key", key);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return TestApi.json(response);
    }
}
