package org.assay.bench.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The API under measurement, as a client with a key sees it. */
public final class AssayApi {

    private static final int PAGE = 1_000;
    private static final int LIST_PAGE = 500;

    private final JsonHttp http;

    public AssayApi(URI base, String apiKey) {
        this.http = new JsonHttp(base, "x-api-key", apiKey);
    }

    /**
     * One-minute candles of a market that open in {@code [from, to)}, oldest first.
     *
     * @param market for instance {@code binance:ETHUSDT}
     */
    public List<JsonNode> minuteCandles(String market, Instant from, Instant to)
            throws IOException, InterruptedException {
        String first = "/v1/markets/" + encode(market) + "/candles?interval=1m&order=asc&limit=" + PAGE + "&start="
                + from + "&end=" + to;
        return pages(first);
    }

    /** All rows of a list, page after page. */
    private List<JsonNode> pages(String first) throws IOException, InterruptedException {
        List<JsonNode> rows = new ArrayList<>();
        String next = first;
        while (!next.isEmpty()) {
            JsonNode page = http.get(next);
            page.get("data").forEach(rows::add);
            JsonNode cursor = page.path("next_cursor");
            next = cursor.isTextual() ? first + "&cursor=" + encode(cursor.asText()) : "";
        }
        return rows;
    }

    /** The newest trade that the price of a token rests on; empty while there is no price. */
    public Optional<Instant> priceAsOf(String token) throws IOException, InterruptedException {
        JsonNode asOf =
                http.get("/v1/prices?ids=" + encode(token)).get("data").get(0).path("as_of");
        return asOf.isTextual() ? Optional.of(Instant.parse(asOf.asText())) : Optional.empty();
    }

    /** Gaps that are not closed, at most a page of them. */
    public int openGaps() throws IOException, InterruptedException {
        return http.get("/v1/gaps?status=open").get("data").size();
    }

    /** How many gaps there are of each status. */
    public Map<String, Integer> gapsByStatus() throws IOException, InterruptedException {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode gap : pages("/v1/gaps?limit=" + LIST_PAGE)) {
            counts.merge(gap.get("status").asText(), 1, Integer::sum);
        }
        return counts;
    }

    /** The metrics of all services, in a standalone installation. */
    public Metrics metrics() throws IOException, InterruptedException {
        return new Metrics(http.text("/prometheus"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
