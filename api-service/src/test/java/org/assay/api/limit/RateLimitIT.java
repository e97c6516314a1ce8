package org.assay.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assay.api.TestApi;
import org.assay.api.key.Plan;
import org.assay.api.price.PriceFixture;
import org.assay.testkit.embedded.EmbeddedRedis;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateLimitIT {

    @BeforeAll
    static void topics() {
        PriceFixture.createTopics();
    }

    /** Per day only: a minute's end in the middle of the test would change what is right. */
    private static Map<String, Object> perDay(int quota) {
        return Map.of("assay.api.limit.free-per-minute", 0, "assay.api.limit.free-per-day", quota);
    }

    @Test
    void neverAnswersMoreThanTheQuotaOverTwoInstancesAndAllOfItInTheEnd() throws Exception {
        int quota = 300;
        try (TestApi one = TestApi.start(perDay(quota));
                TestApi two = TestApi.on(one.database(), perDay(quota))) {
            String key = one.issue(Plan.FREE).secret();
            int answered = count(storm(List.of(one, two), key, 250));
            assertThat(answered).isLessThanOrEqualTo(quota);
            // What one instance held and did not use goes back, and can be used by the other.
            int[] total = {answered};
            await().until(() -> {
                total[0] += count(List.of(two.get("/v1/venues", "x-api-key", key)));
                return total[0] >= quota;
            });
            assertThat(count(storm(List.of(one, two), key, 50))).isZero();
            assertThat(total[0]).isEqualTo(quota);

            HttpResponse<String> denied = two.get("/v1/venues", "x-api-key", key);
            assertThat(denied.statusCode()).isEqualTo(429);
            JsonNode problem = TestApi.json(denied);
            assertThat(problem.get("code").asText()).isEqualTo("rate_limited");
            assertThat(problem.get("violated-policies").get(0).asText()).isEqualTo("daily");
            assertThat(denied.headers().firstValue("ratelimit-policy")).hasValue("\"daily\";q=300;w=86400");
            assertThat(denied.headers().firstValue("ratelimit").orElseThrow()).startsWith("\"daily\";r=0;t=");
            assertThat(denied.headers().firstValueAsLong("retry-after").orElseThrow())
                    .isBetween(1L, 86_400L);
        }
    }

    @Test
    void keepsAnsweringWithALimitOfItsOwnWhileRedisIsAwayAndSharesAgainWhenItIsBack(@TempDir Path folder) {
        EmbeddedRedis redis = EmbeddedRedis.start(folder);
        try (TestApi api = TestApi.start(Map.of(
                "assay.redis.uri", redis.uri(),
                "assay.api.limit.free-per-minute", 0,
                "assay.api.limit.free-per-day", 100_000))) {
            String key = api.issue(Plan.FREE).secret();
            assertThat(api.get("/v1/venues", "x-api-key", key).statusCode()).isEqualTo(200);
            await().until(() -> redisState(api).equals("ok"));

            redis.close();
            await().until(() -> {
                assertThat(api.get("/v1/venues", "x-api-key", key).statusCode()).isEqualTo(200);
                return redisState(api).equals("degraded");
            });
            HttpResponse<String> health = api.get("/health/readiness");
            assertThat(TestApi.json(health)
                            .get("details")
                            .get("redis")
                            .get("status")
                            .asText())
                    .isEqualTo("UP");
        }
    }

    private static String redisState(TestApi api) {
        return TestApi.json(api.get("/health/readiness"))
                .at("/details/redis/details/state")
                .asText();
    }

    private static List<HttpResponse<String>> storm(List<TestApi> apis, String key, int eachOf)
            throws InterruptedException, ExecutionException {
        List<Future<HttpResponse<String>>> calls = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < eachOf; i++) {
                for (TestApi api : apis) {
                    calls.add(callers.submit(() -> api.get("/v1/venues", "x-api-key", key)));
                }
            }
        }
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (Future<HttpResponse<String>> call : calls) {
            answers.add(call.get());
        }
        return answers;
    }

    private static int count(List<HttpResponse<String>> answers) {
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 429));
        return (int)
                answers.stream().filter(answer -> answer.statusCode() == 200).count();
    }
}
