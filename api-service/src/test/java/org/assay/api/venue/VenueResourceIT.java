package org.assay.api.venue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assay.api.TestApi;
import org.assay.api.key.Plan;
import org.assay.testkit.clock.StubClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VenueResourceIT {

    private static final StubClock CLOCK = StubClock.at("2026-11-21T12:00:01Z");

    private static TestApi api;
    private static String key;

    @BeforeAll
    static void start() {
        api = TestApi.start(CLOCK);
        key = api.issue(Plan.UNLIMITED).secret();
        for (String id : List.of("binance", "bybit", "coinbase")) {
            api.sql("insert into venue (id, name, state, trades, as_of) values ('" + id + "', 'Name of " + id
                    + "', 'live', 7, '2026-11-21T12:00:00.5Z')");
        }
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void listsTheVenuesById() {
        HttpResponse<String> response = api.get("/v1/venues", "x-api-key", key);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode body = TestApi.json(response);
        assertThat(body.get("next_cursor").isNull()).isTrue();
        assertThat(body.get("data").findValuesAsText("id")).containsExactly("binance", "bybit", "coinbase");
        JsonNode first = body.get("data").get(0);
        assertThat(first.get("trades").asLong()).isEqualTo(7);
        assertThat(first.get("as_of").asText()).isEqualTo("2026-11-21T12:00:00.500Z");
        assertThat(first.get("last_message_at").isNull()).isTrue();
        assertThat(first.get("age_ms").asLong()).isEqualTo(500);
        assertThat(first.get("stale").asBoolean()).isFalse();
    }

    @Test
    void callsAVenueStaleWhoseWorkerHasFallenSilent() {
        CLOCK.advance(Duration.ofSeconds(30));
        JsonNode first = TestApi.json(api.get("/v1/venues", "x-api-key", key))
                .get("data")
                .get(0);
        CLOCK.advance(Duration.ofSeconds(-30));

        assertThat(first.get("stale").asBoolean()).isTrue();
        assertThat(first.get("age_ms").asLong()).isEqualTo(30_500);
    }

    @Test
    void leadsThroughAllPagesByTheLinkHeader() {
        List<String> seen = new ArrayList<>();
        String next = "/v1/venues?limit=1";
        while (next != null) {
            HttpResponse<String> response = api.get(next, "authorization", "Bearer " + key);
            seen.addAll(TestApi.json(response).get("data").findValuesAsText("id"));
            next = response.headers()
                    .firstValue("link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse(null);
        }
        assertThat(seen).containsExactly("binance", "bybit", "coinbase");
    }

    @Test
    void refusesALimitOutOfRangeAndACursorOfAnotherRequest() {
        for (String limit : List.of("0", "1000000000", "501", "-1", "ten", "")) {
            HttpResponse<String> response = api.get("/v1/venues?limit=" + limit, "x-api-key", key);
            assertThat(response.statusCode()).isEqualTo(400);
            JsonNode problem = TestApi.json(response);
            assertThat(problem.get("code").asText()).isEqualTo("invalid_parameter");
            assertThat(problem.get("errors").get(0).get("parameter").asText()).isEqualTo("limit");
            assertThat(problem.get("errors").get(0).get("detail").asText()).contains("500");
        }
        api.sql("insert into token (id, symbol, name) values ('a', 'A', 'A'), ('b', 'B', 'B')");
        String cursor = TestApi.json(api.get("/v1/tokens?limit=1", "x-api-key", key))
                .get("next_cursor")
                .asText();
        HttpResponse<String> foreign = api.get("/v1/venues?limit=1&cursor=" + cursor, "x-api-key", key);
        assertThat(foreign.statusCode()).isEqualTo(400);
        assertThat(TestApi.json(foreign).get("code").asText()).isEqualTo("invalid_cursor");
    }
}
