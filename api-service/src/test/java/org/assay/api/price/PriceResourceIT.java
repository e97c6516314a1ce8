package org.assay.api.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assay.api.TestApi;
import org.assay.api.key.Plan;
import org.assay.events.v1.Price;
import org.assay.testkit.clock.StubClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PriceResourceIT {

    private static final StubClock CLOCK = StubClock.at("2026-11-21T12:00:00Z");

    private static TestApi api;
    private static String key;

    @BeforeAll
    static void start() {
        PriceFixture.createTopics();
        Instant now = CLOCK.instant();
        PriceFixture.publish(
                PriceFixture.price("bitcoin", "97123.45", now.minusMillis(40)),
                PriceFixture.price("ethereum", "3100.1", now.minusSeconds(61)),
                Price.newBuilder()
                        .setToken("solana")
                        .setReason("no_recent_trades")
                        .build());
        api = TestApi.start(CLOCK);
        key = api.issue(Plan.FREE).secret();
        await().until(() -> api.get("/v1/prices?ids=bitcoin", "x-api-key", key).statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void answersInTheOrderOfTheIdsWithAgeAndFreshness() {
        HttpResponse<String> response = api.get("/v1/prices?ids=ethereum,bitcoin,solana,tether", "x-api-key", key);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode data = TestApi.json(response).get("data");
        assertThat(data.findValuesAsText("id")).containsExactly("ethereum", "bitcoin", "solana", "tether");
        JsonNode ethereum = data.get(0);
        assertThat(ethereum.get("usd").asText()).isEqualTo("3100.1");
        assertThat(ethereum.get("age_ms").asLong()).isEqualTo(61_000);
        assertThat(ethereum.get("stale").asBoolean()).isTrue();
        JsonNode bitcoin = data.get(1);
        assertThat(bitcoin.get("usd").isTextual()).isTrue();
        assertThat(bitcoin.get("as_of").asText()).isEqualTo("2026-11-21T11:59:59.960Z");
        assertThat(bitcoin.get("age_ms").asLong()).isEqualTo(40);
        assertThat(bitcoin.get("stale").asBoolean()).isFalse();
        assertThat(bitcoin.get("reason").isNull()).isTrue();
        assertThat(bitcoin.get("sources").findValuesAsText("venue")).containsExactly("binance", "kraken");
        assertThat(bitcoin.get("sources").get(0).get("excluded").isNull()).isTrue();
        assertThat(bitcoin.get("sources").get(1).get("excluded").asText()).isEqualTo("too_old");
        JsonNode solana = data.get(2);
        assertThat(solana.get("usd").isNull()).isTrue();
        assertThat(solana.get("reason").asText()).isEqualTo("no_recent_trades");
        assertThat(solana.get("age_ms").isNull()).isTrue();
        assertThat(solana.get("stale").asBoolean()).isTrue();
        assertThat(data.get(3).get("reason").asText()).isEqualTo("no_price_yet");
    }

    @Test
    void answersTheSameBytesWithAndWithoutTheShortCut() {
        for (String query : List.of(
                "ids=bitcoin,ethereum", "ids=nonsense", "ids=", "x=1", "ids=%62itcoin&ids=solana", "ids=a,,b")) {
            // A body makes the request take the framework's way.
            HttpResponse<String> quick = api.get("/v1/prices?" + query, "x-api-key", key);
            HttpResponse<String> slow =
                    api.send(HttpRequest.newBuilder(api.base().resolve("/v1/prices?" + query))
                            .header("x-api-key", key)
                            .method("GET", HttpRequest.BodyPublishers.ofString(" "))
                            .build());
            assertThat(slow.statusCode()).isEqualTo(quick.statusCode());
            assertThat(withoutRequestId(slow)).isEqualTo(withoutRequestId(quick));
            for (String header : List.of("content-type", "etag", "cache-control", "vary", "ratelimit-policy")) {
                assertThat(slow.headers().allValues(header))
                        .as(header)
                        .isEqualTo(quick.headers().allValues(header));
            }
            assertThat(slow.headers().firstValue("ratelimit")).isPresent();
            assertThat(quick.headers().firstValue("ratelimit")).isPresent();
        }
    }

    @Test
    void answers304WhileNothingHasChangedAndDoesNotCountIt() {
        String path = "/v1/prices?ids=bitcoin,ethereum";
        String fresh = api.issue(Plan.FREE).secret();
        HttpResponse<String> first = api.get(path, "x-api-key", fresh);
        String tag = first.headers().firstValue("etag").orElseThrow();
        long left = remaining(first);
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> again = api.get(path, "x-api-key", fresh, "if-none-match", tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ratelimit")).isPresent();
        }
        assertThat(remaining(api.get(path, "x-api-key", fresh))).isGreaterThanOrEqualTo(left - 1);

        String before = api.get("/v1/prices?ids=tron", "x-api-key", fresh)
                .headers()
                .firstValue("etag")
                .orElseThrow();
        PriceFixture.publish(PriceFixture.price("tron", "1.0001", CLOCK.instant()));
        await().until(() -> api.get("/v1/prices?ids=tron", "x-api-key", fresh, "if-none-match", before)
                .body()
                .contains("1.0001"));
    }

    @Test
    void namesWhatIsWrongWithTheIds() {
        JsonNode unknown = TestApi.json(api.get("/v1/prices?ids=bitcoin,nope,neither", "x-api-key", key));
        assertThat(unknown.get("code").asText()).isEqualTo("unknown_token");
        assertThat(unknown.get("errors").findValuesAsText("detail"))
                .containsExactly("unknown token id: nope", "unknown token id: neither");
        String tooMany = IntStream.range(0, 251).mapToObj(i -> "bitcoin").collect(Collectors.joining(","));
        JsonNode many = TestApi.json(api.get("/v1/prices?ids=" + tooMany, "x-api-key", key));
        assertThat(many.get("code").asText()).isEqualTo("invalid_parameter");
        assertThat(many.get("detail").asText()).contains("250");
        String most = tooMany.substring("bitcoin,".length());
        assertThat(api.get("/v1/prices?ids=" + most, "x-api-key", key).statusCode())
                .isEqualTo(200);
        assertThat(TestApi.json(api.get("/v1/prices", "x-api-key", key))
                        .get("errors")
                        .get(0)
                        .get("parameter")
                        .asText())
                .isEqualTo("ids");
    }

    @Test
    void needsAKey() {
        assertThat(TestApi.json(api.get("/v1/prices?ids=bitcoin")).get("code").asText())
                .isEqualTo("api_key_missing");
    }

    private static long remaining(HttpResponse<String> response) {
        String state = response.headers().firstValue("ratelimit").orElseThrow();
        String rest = state.substring(state.indexOf("r=") + 2);
        return Long.parseLong(rest.substring(0, rest.indexOf(';')));
    }

    private static String withoutRequestId(HttpResponse<String> response) {
        return response.body().replaceAll("\"request_id\":\"[^\"]*\"", "");
    }
}
