package org.assay.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.assay.api.TestApi;
import org.assay.api.key.Plan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProblemIT {

    private static TestApi api;
    private static String key;

    @BeforeAll
    static void start() {
        api = TestApi.start();
        key = api.issue(Plan.UNLIMITED).secret();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void answersAnUnknownRouteWithAProblem() {
        JsonNode problem = problem(api.get("/v1/nothing?secret=1", "x-api-key", key), 404, "route_not_found");
        assertThat(problem.get("instance").asText()).isEqualTo("/v1/nothing");
        problem(api.get("/nothing"), 404, "route_not_found");
    }

    @Test
    void answersAWrongMethodWithAProblemThatNamesTheRightOnes() {
        HttpResponse<String> response =
                api.send(HttpRequest.newBuilder(api.base().resolve("/v1/venues"))
                        .header("x-api-key", key)
                        .POST(HttpRequest.BodyPublishers.ofString("{"))
                        .build());
        problem(response, 405, "method_not_allowed");
        assertThat(response.headers().firstValue("allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET"));
    }

    @Test
    void tellsApartAMissingAMistypedAndAnUnknownKey() {
        HttpResponse<String> missing = api.get("/v1/venues");
        problem(missing, 401, "api_key_missing");
        assertThat(missing.headers().firstValue("www-authenticate")).isPresent();
        problem(api.get("/v1/venues", "x-api-key", "ask_nonsense"), 401, "api_key_malformed");
        problem(
                api.get("/v1/venues", "x-api-key", "ask_0000000000000000000000000000004ZiAHH"),
                401,
                "api_key_malformed");
    }

    static JsonNode problem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
        JsonNode problem = TestApi.json(response);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("title").asText()).isNotEmpty();
        assertThat(problem.get("detail").asText()).isNotEmpty();
        assertThat(problem.get("type").asText()).isNotEmpty();
        assertThat(response.headers().firstValue("x-request-id"))
                .hasValue(problem.get("request_id").asText());
        return problem;
    }
}
