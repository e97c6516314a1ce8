package org.assay.api.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.api.TestApi;

/** Follows the Link headers of a list to its end. */
public final class PageWalk {

    private PageWalk() {}

    /** The values of {@code field} of all entries, in the order of their appearance. */
    public static List<String> walk(TestApi api, String key, String path, String field) {
        return walk(api, key, path, field, () -> {});
    }

    /** As {@link #walk(TestApi, String, String, String)}; {@code between} runs after each page. */
    public static List<String> walk(TestApi api, String key, String path, String field, Runnable between) {
        List<String> seen = new ArrayList<>();
        Optional<String> next = Optional.of(path);
        while (next.isPresent()) {
            HttpResponse<String> response = api.get(next.get(), "x-api-key", key);
            assertThat(response.statusCode()).as(next + " " + response.body()).isEqualTo(200);
            JsonNode body = TestApi.json(response);
            body.get("data").forEach(entry -> seen.add(entry.get(field).asText()));
            next = response.headers().firstValue("link").map(link -> link.substring(1, link.indexOf('>')));
            assertThat(body.get("next_cursor").isNull()).isEqualTo(next.isEmpty());
            assertThat(seen).hasSizeLessThan(100_000);
            between.run();
        }
        return seen;
    }
}
