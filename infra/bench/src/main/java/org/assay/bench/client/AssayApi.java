package org.assay.bench.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The API under measurement, as a client with a key sees it. */
public final class AssayApi {

    private static final int PAGE = 1_000;

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
        List<JsonNode> candles = new ArrayList<>();
        String next = first;
        while (!next.isEmpty()) {
            JsonNode page = http.get(next);
            page.get("data").forEach(candles::add);
            JsonNode cursor = page.path("next_cursor");
            next = cursor.isTextual() ? first + "&cursor=" + encode(cursor.asText()) : "";
        }
        return candles;
    }

    /** The newest trade that the price of a token rests on; empty while there is no price. */
    public Optional<Instant> priceAsOf(String token) throws IOException, InterruptedException {
        JsonNode asOf =
                http.get("/v1/prices?ids=" + encode(token)).get("data").get(0).path("as_of");
        return asOf.isTextual() ? Optional.of(Instant.parse(asOf.asText())) : Optional.empty();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
