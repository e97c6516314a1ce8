package org.assay.api.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assay.api.TestApi;
import org.assay.api.key.Plan;
import org.assay.api.list.PageWalk;
import org.assay.events.candle.Interval;
import org.assay.events.redis.RedisLayout;
import org.assay.events.v1.Candle;
import org.assay.events.v1.Quote;
import org.assay.testkit.clock.StubClock;
import org.assay.testkit.embedded.EmbeddedServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenMarketResourceIT {

    private static final Instant NOW = Instant.parse("2026-11-21T12:01:30Z");
    private static final String MARKETS = """
            insert into token (id, symbol, name) values ('bitcoin', 'BTC', 'Bitcoin'), ('lonely', 'LON', 'Lonely');
            insert into market (venue, symbol, base_asset, quote_asset, base_token, quote_token, state, streamed,
                updated_at) values
              ('kraken', 'TM/USD', 'BTC', 'USD', 'bitcoin', 'fiat:USD', 'trading', true, '2026-11-21T00:00:00Z'),
              ('binance', 'TMUSDT', 'BTC', 'USDT', 'bitcoin', 'tether', 'trading', true, '2026-11-21T00:00:00Z'),
              ('okx', 'TM-EUR', 'BTC', 'EUR', 'bitcoin', 'fiat:EUR', 'halted', false, '2026-11-21T00:00:00Z');
            """;

    private static TestApi api;
    private static String key;

    @BeforeAll
    static void start() {
        api = TestApi.start(StubClock.at(NOW));
        key = api.issue(Plan.UNLIMITED).secret();
        api.sql(MARKETS);
        put(
                RedisLayout.QUOTES,
                "kraken:TM/USD",
                Quote.newBuilder()
                        .setBidPrice("84103.20")
                        .setBidAmount("0.5")
                        .setAskPrice("84103.30")
                        .setAskAmount("1.00000000")
                        .setEventTimeUs(micros(NOW.minusMillis(250)))
                        .build()
                        .toByteArray());
        put(
                RedisLayout.candles(Interval.M1),
                "kraken:TM/USD",
                Candle.newBuilder()
                        .setOpenTimeUs(micros(Instant.parse("2026-11-21T12:00:00Z")))
                        .setClose("84103.25")
                        .setKnownAtUs(micros(Instant.parse("2026-11-21T12:01:05Z")))
                        .build()
                        .toByteArray());
        put(
                RedisLayout.candles(Interval.M1),
                "binance:TMUSDT",
                Candle.newBuilder()
                        .setOpenTimeUs(micros(Instant.parse("2026-11-21T11:50:00Z")))
                        .setKnownAtUs(micros(Instant.parse("2026-11-21T11:51:05Z")))
                        .build()
                        .toByteArray());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void addsTheLatestQuoteAndPriceAndHowOldTheyAre() {
        JsonNode kraken =
                ok("/v1/tokens/bitcoin/markets?venue=kraken").get("data").get(0);
        assertThat(kraken.get("id").asText()).isEqualTo("kraken:TM/USD");
        assertThat(kraken.get("quote").toString())
                .isEqualTo("{\"bid_price\":\"84103.20\",\"bid_amount\":\"0.5\",\"ask_price\":\"84103.30\","
                        + "\"ask_amount\":\"1.00000000\",\"as_of\":\"2026-11-21T12:01:29.750Z\",\"age_ms\":250,"
                        + "\"stale\":false}");
        assertThat(kraken.get("quote_reason").isNull()).isTrue();
        assertThat(kraken.get("last").toString())
                .isEqualTo("{\"price\":\"84103.25\",\"as_of\":\"2026-11-21T12:01:00Z\",\"age_ms\":30000,"
                        + "\"stale\":false}");
        assertThat(kraken.get("last_reason").isNull()).isTrue();
    }

    @Test
    void saysWhyThereIsNone() {
        JsonNode data = ok("/v1/tokens/bitcoin/markets").get("data");
        assertThat(data.findValuesAsText("id")).containsExactly("binance:TMUSDT", "kraken:TM/USD", "okx:TM-EUR");
        assertThat(data.get(0).get("quote").isNull()).isTrue();
        assertThat(data.get(0).get("quote_reason").asText()).isEqualTo("none_yet");
        assertThat(data.get(0).get("last").isNull()).isTrue();
        assertThat(data.get(0).get("last_reason").asText()).isEqualTo("none_yet");
        assertThat(data.get(2).get("quote_reason").asText()).isEqualTo("not_streamed");
    }

    @Test
    void filtersAndPages() {
        assertThat(ok("/v1/tokens/bitcoin/markets?state=halted").get("data").findValuesAsText("id"))
                .containsExactly("okx:TM-EUR");
        assertThat(ok("/v1/tokens/bitcoin/markets?quote=usd&streamed=true")
                        .get("data")
                        .findValuesAsText("id"))
                .containsExactly("kraken:TM/USD");
        assertThat(PageWalk.walk(api, key, "/v1/tokens/bitcoin/markets?limit=1", "id"))
                .containsExactly("binance:TMUSDT", "kraken:TM/USD", "okx:TM-EUR");
    }

    @Test
    void tellsATokenWithoutMarketsFromAnUnknownOne() {
        assertThat(ok("/v1/tokens/lonely/markets").get("data")).isEmpty();
        for (String id : List.of("nothing", "BTC", "%00")) {
            HttpResponse<String> response = api.get("/v1/tokens/" + id + "/markets", "x-api-key", key);
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(TestApi.json(response).get("code").asText()).isEqualTo("unknown_token");
        }
    }

    @Test
    void answersWithoutLatestValuesWhenRedisIsAway() {
        try (TestApi alone = TestApi.start(Map.of("assay.redis.uri", "redis://127.0.0.1:1"), StubClock.at(NOW))) {
            alone.sql(MARKETS);
            String own = alone.issue(Plan.UNLIMITED).secret();
            HttpResponse<String> response = alone.get("/v1/tokens/bitcoin/markets", "x-api-key", own);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            JsonNode data = TestApi.json(response).get("data");
            assertThat(data).hasSize(3);
            assertThat(data.findValuesAsText("quote_reason")).containsOnly("unavailable");
            assertThat(data.findValuesAsText("last_reason")).containsOnly("unavailable");
        }
    }

    private static void put(String hash, String field, byte[] value) {
        try (RedisClient client =
                        RedisClient.create(EmbeddedServices.shared().redis().uri());
                var connection = client.connect(ByteArrayCodec.INSTANCE)) {
            connection
                    .sync()
                    .hset(hash.getBytes(StandardCharsets.UTF_8), field.getBytes(StandardCharsets.UTF_8), value);
        }
    }

    private static long micros(Instant time) {
        return time.toEpochMilli() * 1000;
    }

    private static JsonNode ok(String path) {
        HttpResponse<String> response = api.get(path, "x-api-key", key);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return TestApi.json(response);
    }
}
