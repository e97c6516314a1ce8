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
                  ('2026-11-20Z', '2026-11-20T00:02Z', 'neutral', '{"score": 0.1}', ''),
                  ('2026-11-21Z', '2026-11-21T00:02Z', 'bull', '{"score": 0.50, "btc_dominance": null, "tokens": 100}', ''),
                  ('2026-11-21Z', '2026-11-21T09:00Z', 'bear', '{"score": -0.5}', '');
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
        assertThat(then.get("data").toString()).isEqualTo("{\"score\":\"0.50\",\"tokens\":100,\"btc_dominance\":null}");
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
