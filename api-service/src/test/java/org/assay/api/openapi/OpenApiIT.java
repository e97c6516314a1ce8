package org.assay.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assay.api.TestApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenApiIT {

    private static final Path SNAPSHOT = Path.of("src/test/resources/org/assay/api/openapi/assay.yml");
    private static final List<String> EVERYWHERE = List.of("400", "401", "406", "414", "429", "431", "500", "503");

    private static TestApi api;

    @BeforeAll
    static void start() {
        api = TestApi.start();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void isOpenApi31AndNamesEveryErrorOfEveryOperation() {
        JsonNode document = TestApi.json(api.get("/openapi.json"));
        assertThat(document.get("openapi").asText()).startsWith("3.1");
        Set<String> paths = new TreeSet<>();
        document.get("paths").fieldNames().forEachRemaining(paths::add);
        assertThat(paths)
                .contains(
                        "/v1/prices",
                        "/v1/tokens",
                        "/v1/tokens/{id}",
                        "/v1/tokens/{id}/candles",
                        "/v1/tokens/{id}/markets",
                        "/v1/markets",
                        "/v1/markets/{market}/candles",
                        "/v1/venues",
                        "/v1/gaps",
                        "/v1/grades",
                        "/v1/tokens/{id}/grades",
                        "/v1/tokens/{id}/grades/explain",
                        "/v1/signals",
                        "/v1/tokens/{id}/signals",
                        "/v1/scorecard",
                        "/v1/scorecard/trades",
                        "/v1/indices",
                        "/v1/indices/{id}",
                        "/v1/indices/{id}/holdings",
                        "/v1/indices/{id}/performance",
                        "/v1/indices/{id}/rebalances",
                        "/v1/tokens/{id}/quant",
                        "/v1/tokens/{id}/correlations",
                        "/v1/tokens/{id}/levels",
                        "/v1/tokens/{id}/forecast",
                        "/v1/market",
                        "/v1/methodology");
        for (JsonNode path : document.get("paths")) {
            JsonNode responses = path.get("get").get("responses");
            for (String status : EVERYWHERE) {
                assertThat(responses.has(status))
                        .as(path.get("get").get("operationId") + " " + status)
                        .isTrue();
                assertThat(responses
                                .at("/" + status + "/content/application~1problem+json/schema/$ref")
                                .asText())
                        .isEqualTo("#/components/schemas/Problem");
            }
        }
        assertThat(document.at("/components/schemas/Problem/properties/request_id")
                        .isMissingNode())
                .isFalse();
        assertThat(document.at("/components/securitySchemes").size()).isEqualTo(2);
    }

    @Test
    void saysOfEveryFieldWhatItIs() {
        JsonNode schemas = TestApi.json(api.get("/openapi.json")).at("/components/schemas");
        for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
            for (Map.Entry<String, JsonNode> field :
                    schema.getValue().path("properties").properties()) {
                JsonNode value = field.getValue();
                assertThat(value.has("type")
                                || value.has("$ref")
                                || value.has("anyOf")
                                || value.has("allOf")
                                || value.has("oneOf"))
                        .as(schema.getKey() + "." + field.getKey() + " " + value)
                        .isTrue();
                assertThat(value.path("type").asText()).isNotEqualTo("null");
                assertThat(value.has("allowableValues")).isFalse();
            }
        }
    }

    /** To accept a change of the contract, run this test with the system property openapi.update=true and commit the file. */
    @Test
    void isTheContractThatIsCommitted() throws IOException {
        String served = api.get("/openapi.yml").body();
        if (Boolean.getBoolean("openapi.update")) {
            Files.createDirectories(SNAPSHOT.getParent());
            Files.writeString(SNAPSHOT, served);
        }
        assertThat(served)
                .as("differs from %s: run this test with -Dopenapi.update=true and review the change", SNAPSHOT)
                .isEqualTo(Files.readString(SNAPSHOT));
    }

    @Test
    void servesThePageAndAllItsPartsItself() {
        HttpResponse<String> page = api.get("/docs");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).doesNotContain("http://", "https://", "//cdn");
        for (String asset : List.of(
                "/docs/start.js",
                "/docs/assets/swagger-ui-bundle.js",
                "/docs/assets/swagger-ui.css",
                "/docs/assets/favicon-32x32.png")) {
            assertThat(page.body() + "/docs/start.js").contains(asset);
            assertThat(api.get(asset).statusCode()).as(asset).isEqualTo(200);
        }
    }
}
