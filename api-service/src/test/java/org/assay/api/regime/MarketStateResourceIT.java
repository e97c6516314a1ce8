package org.assay.api.regime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.assay.api.TestApi;
import org.assay.api.key.Plan;
import org.assay.testkit.clock.StubClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MarketStateResourceIT {

    private static final StubClock CLOCK = StubClock.at("2026-11-21T12:00:00Z");

    private static TestApi api;
    private static String key;

    @BeforeAll
    static void start() {
        api = TestApi.start(CLOCK);
        key = api.issue(Plan.UNLIMITED).secret();
        api.sql("""
                insert into market_regime values
                  ('2026-11-20Z', '2026-11-20T00:02Z', 'neutral', '{"day": "2026-11-20", "tokens": 100, "total_cap": 2.5E12, "btc_dominance": null, "eth_dominance": 0.121,
                    "level": 1312.5, "day_return": 0.0112, "volatility": 0.44, "above50": 0.71, "above200": 0.64,
                    "advancing": 0.58, "high_grades": 0.24, "votes": {"trend": 0.6, "breadth": null,
                    "volatility": -0.1}, "score": 0.1, "state": {"regime": "bull", "days": 12, "candidate": "bull",
                    "confirmations": 3}}', ''),
                  ('2026-11-21Z', '2026-11-21T00:02Z', 'bull', '{"day": "2026-11-20", "tokens": 100, "total_cap": 2.5E12, "btc_dominance": null, "eth_dominance": 0.121,
                    "level": 1312.5, "day_return": 0.0112, "volatility": 0.44, "above50": 0.71, "above200": 0.64,
                    "advancing": 0.58, "high_grades": 0.24, "votes": {"trend": 0.6, "breadth": null,
                    "volatility": -0.1}, "score": 0.50, "state": {"regime": "bull", "days": 12, "candidate": "bull",
                    "confirmations": 3}}', ''),
                  ('2026-11-21Z', '2026-11-21T09:00Z', 'bear', '{"day": "2026-11-20", "tokens": 100, "total_cap": 2.5E12, "btc_dominance": null, "eth_dominance": 0.121,
                    "level": 1312.5, "day_return": 0.0112, "volatility": 0.44, "above50": 0.71, "above200": 0.64,
                    "advancing": 0.58, "high_grades": 0.24, "votes": {"trend": 0.6, "breadth": null,
                    "volatility": -0.1}, "score": -0.5, "state": {"regime": "bull", "days": 12, "candidate": "bull",
                    "confirmations": 3}}', '');
                """);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void givesTheRegimeInForceWithItsFigures() {
        JsonNode now = ok("/v1/market");
        assertThat(now.get("regime").asText()).isEqualTo("bear");
        assertThat(now.get("data").get("score").toString()).isEqualTo("\"-0.5\"");
        assertThat(now.get("stale").asBoolean()).isFalse();
        JsonNode then = ok("/v1/market?as_of=2026-11-21T08:59:59Z");
        assertThat(then.get("regime").asText()).isEqualTo("bull");
        assertThat(then.at("/data/score").toString()).isEqualTo("\"0.50\"");
        assertThat(then.at("/data/total_cap").toString()).isEqualTo("\"2500000000000\"");
        assertThat(then.at("/data/btc_dominance").isNull()).isTrue();
        assertThat(then.at("/data/votes").toString())
                .isEqualTo("{\"trend\":\"0.6\",\"breadth\":null,\"volatility\":\"-0.1\"}");
        assertThat(then.at("/data/state/confirmations").asInt()).isEqualTo(3);
        assertThat(then.get("known_at").asText()).isEqualTo("2026-11-21T00:02:00Z");
        assertThat(ok("/v1/market?at=2026-11-20T00:00:00Z").get("regime").asText())
                .isEqualTo("neutral");
    }

    @Test
    void saysNullWithAReasonBeforeTheFirst() {
        JsonNode nothing = ok("/v1/market?as_of=2026-11-01T00:00:00Z");
        assertThat(nothing.get("regime").isNull()).isTrue();
        assertThat(nothing.get("data").isNull()).isTrue();
        assertThat(nothing.get("reason").asText()).isEqualTo("not_computed_yet");
        assertThat(nothing.get("stale").asBoolean()).isTrue();
    }

    private static JsonNode ok(String path) {
        HttpResponse<String> response = api.get(path, "x-api-key", key);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return TestApi.json(response);
    }
}
