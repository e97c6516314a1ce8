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
                  ('trader', '', '2026-11-21Z', '2026-11-21T00:02Z', '{"horizons": [1, 7], "mean": 0.0125}', ''),
                  ('signals', '', '2026-11-20Z', '2026-11-20T00:02Z', '{"trades": 2, "hit_rate": 0.5}', ''),
                  ('signals', '', '2026-11-21Z', '2026-11-21T00:02Z', '{"trades": 4, "hit_rate": 0.75}', ''),
                  ('signals', '', '2026-11-21Z', '2026-11-21T09:00Z', '{"trades": 5, "hit_rate": 0.80}', ''),
                  ('signals', 'bitcoin', '2026-11-20Z', '2026-11-20T00:02Z',
                    '{"holding": 0.1, "trades": [{"entry_price": 1.5}]}', ''),
                  ('signals', 'bitcoin', '2026-11-21Z', '2026-11-21T00:02Z',
                    '{"holding": 0.2, "trades": [{"entry_price": 1.50}, {"entry_price": 2}, {"entry_price": 3}]}', ''),
                  ('signals', 'aave', '2026-11-21Z', '2026-11-21T09:00Z',
                    '{"holding": -0.2, "trades": [{"entry_price": 4}, {"entry_price": 5}]}', ''),
                  ('signals', 'never', '2026-11-21Z', '2026-11-21T09:00Z', '{"trades": []}', '');
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
        assertThat(data.get(0).get("data").toString()).isEqualTo("{\"trades\":5,\"hit_rate\":\"0.80\"}");
        assertThat(data.get(0).get("known_at").asText()).isEqualTo("2026-11-21T09:00:00Z");
        assertThat(data.get(1).get("data").get("horizons").toString()).isEqualTo("[1,7]");
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
        assertThat(data.get(0).get("data").toString()).isEqualTo("{\"holding\":\"0.2\"}");
    }

    @Test
    void showsEveryTradeOnceOverAllPagesOfOneMoment() {
        assertThat(PageWalk.walk(api, key, "/v1/scorecard/trades?limit=2", "number"))
                .containsExactly("1", "2", "1", "2", "3");
        assertThat(PageWalk.walk(api, key, "/v1/scorecard/trades?limit=2", "token"))
                .containsExactly("aave", "aave", "bitcoin", "bitcoin", "bitcoin");
        JsonNode first =
                ok("/v1/scorecard/trades?token=bitcoin&limit=1").get("data").get(0);
        assertThat(first.get("trade").toString()).isEqualTo("{\"entry_price\":\"1.50\"}");
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
