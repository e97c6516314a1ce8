package org.assay.api.candle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assay.api.TestApi;
import org.assay.api.key.Plan;
import org.assay.api.list.PageWalk;
import org.assay.testkit.clock.StubClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CandleResourceIT {

    private static final StubClock CLOCK = StubClock.at("2026-11-21T12:01:30Z");

    private static TestApi api;
    private static String key;

    @BeforeAll
    static void start() {
        api = TestApi.start(CLOCK);
        key = api.issue(Plan.UNLIMITED).secret();
        api.sql("""
                create table token_candle_all partition of token_candle_1m default;
                create table token_candle_1h_all partition of token_candle_1h default;
                create table market_candle_all partition of market_candle_1m default;
                insert into token (id, symbol, name, rank) values
                  ('bitcoin', 'BTC', 'Bitcoin', 1), ('quiet', 'QT', 'Quiet', 2), ('twin-a', 'TWIN', 'Twin A', 3),
                  ('twin-b', 'TWIN', 'Twin B', 4), ('growing', 'GRW', 'Growing', 5);
                insert into market (venue, symbol, base_asset, quote_asset, base_token, quote_token, state, streamed,
                    updated_at) values
                  ('kraken', 'BTC/USD', 'BTC', 'USD', 'bitcoin', 'fiat:USD', 'trading', true, '2026-11-21T00:00:00Z'),
                  ('binance', 'BTCUSDT', 'BTC', 'USDT', 'bitcoin', 'tether', 'trading', true, '2026-11-21T00:00:00Z');
                insert into token_candle select 'bitcoin', '1m', t, 100.10, 101.500, 99.00000001, 100.0,
                    12.50, 1251.250, 7, true, true, 1, 'trades', t + interval '61 seconds'
                  from generate_series(timestamptz '2026-11-21T10:01:00Z', '2026-11-21T12:00:00Z', '1 minute') t;
                insert into token_candle values ('bitcoin', '1m', '2026-11-21T12:01:00Z', 100, 100, 100, 100, 0, null,
                    null, false, false, 0, 'mixed', '2026-11-21T12:01:29.5Z');
                insert into token_candle values ('bitcoin', '1h', '2026-11-21T11:00:00Z', 1, 1, 1, 1, 0, 0, 0, true, true,
                    2, 'venue', '2026-11-21T12:00:01Z');
                insert into market_candle values ('kraken', 'BTC/USD', '1m', '2026-11-21T12:00:00Z', null, null, null,
                    null, 0, null, 0, true, false, 1, 'trades', '2026-11-21T12:01:01Z');
                insert into market_candle values ('binance', 'BTCUSDT', '1m', '2026-11-21T11:00:00Z', 1, 2, 0.5, 1.50,
                    3, 4, 5, true, true, 1, 'trades', '2026-11-21T11:01:01Z');
                """);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void givesEveryFieldOfACandleAsStored() {
        JsonNode body = ok("/v1/tokens/bitcoin/candles?interval=1m&limit=2");

        JsonNode open = body.get("data").get(0);
        assertThat(open.toString())
                .isEqualTo("{\"open_time\":\"2026-11-21T12:01:00Z\",\"open\":\"100\",\"high\":\"100\",\"low\":\"100\","
                        + "\"close\":\"100\",\"volume\":\"0\",\"quote_volume\":null,\"trades\":null,\"closed\":false,"
                        + "\"complete\":false,\"revision\":0,\"source\":\"mixed\"}");
        JsonNode closed = body.get("data").get(1);
        assertThat(closed.toString())
                .isEqualTo("{\"open_time\":\"2026-11-21T12:00:00Z\",\"open\":\"100.10\",\"high\":\"101.500\","
                        + "\"low\":\"99.00000001\",\"close\":\"100.0\",\"volume\":\"12.50\",\"quote_volume\":\"1251.250\","
                        + "\"trades\":7,\"closed\":true,\"complete\":true,\"revision\":1,\"source\":\"trades\"}");
    }

    @Test
    void saysHowFreshTheSeriesIs() {
        JsonNode fresh = ok("/v1/tokens/bitcoin/candles?interval=1m&limit=1");
        assertThat(fresh.get("series").asText()).isEqualTo("bitcoin");
        assertThat(fresh.get("interval").asText()).isEqualTo("1m");
        assertThat(fresh.get("quote").asText()).isEqualTo("USD");
        assertThat(fresh.get("as_of").asText()).isEqualTo("2026-11-21T12:01:29.500Z");
        assertThat(fresh.get("age_ms").asLong()).isEqualTo(500);
        assertThat(fresh.get("stale").asBoolean()).isFalse();

        JsonNode hourly = ok("/v1/tokens/bitcoin/candles");
        assertThat(hourly.get("interval").asText()).isEqualTo("1h");
        assertThat(hourly.get("data")).hasSize(1);
        assertThat(hourly.get("stale").asBoolean()).isFalse();

        JsonNode stopped = ok("/v1/markets/binance:BTCUSDT/candles?interval=1m");
        assertThat(stopped.get("quote").asText()).isEqualTo("USDT");
        assertThat(stopped.get("stale").asBoolean()).isTrue();

        JsonNode never = ok("/v1/tokens/quiet/candles?interval=1m");
        assertThat(never.get("data")).isEmpty();
        assertThat(never.get("as_of").isNull()).isTrue();
        assertThat(never.get("age_ms").isNull()).isTrue();
        assertThat(never.get("stale").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "order=desc, 12:01, 11:22",
        "order=asc, 10:01, 10:40",
        "start=2026-11-21T11:00:00Z&order=asc, 11:00, 11:39",
        "end=2026-11-21T11:00:00Z, 10:59, 10:20",
        "start=1795258800&end=1795258920&order=asc, 11:00, 11:01",
        "start=2026-11-21T12:00:00%2B01:00&end=2026-11-21T12:01:00%2B01:00, 11:00, 11:00",
        "start=2026-11-21T10:59:59.999999Z&end=2026-11-21T11:00:00.000001Z, 11:00, 11:00"
    })
    void readsAHalfOpenRangeInEitherOrder(String query, String first, String last) {
        JsonNode data =
                ok("/v1/tokens/bitcoin/candles?interval=1m&limit=40&" + query).get("data");
        assertThat(data.get(0).get("open_time").asText()).isEqualTo("2026-11-21T" + first + ":00Z");
        assertThat(data.get(data.size() - 1).get("open_time").asText()).isEqualTo("2026-11-21T" + last + ":00Z");
    }

    @Test
    void givesNothingForAnEmptyRange() {
        assertThat(ok("/v1/tokens/bitcoin/candles?interval=1m&start=1795258800&end=1795258800")
                        .get("data"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"asc", "desc"})
    void showsEveryCandleOnceOverAllPagesWhileCandlesAreAdded(String order) {
        String series = order.equals("asc") ? "2026-11-01" : "2026-11-02";
        api.sql("insert into token_candle select 'growing', '1m', t, 1, 1, 1, 1, 0, 0, 0, true, true, 1, 'trades', t"
                + " from generate_series(timestamptz '" + series + "T00:00:00Z', '" + series
                + "T00:49:00Z', '1 minute') t");
        String path = "/v1/tokens/growing/candles?interval=1m&limit=7&order=" + order + "&start=" + series
                + "T00:00:00Z&end=" + series + "T23:00:00Z";
        AtomicInteger hour = new AtomicInteger();
        List<String> seen = PageWalk.walk(api, key, path, "open_time", () -> {
            if (hour.incrementAndGet() < 4) {
                api.sql("insert into token_candle values ('growing', '1m', '" + series + "T0" + hour
                        + ":00:00Z', 1, 1, 1, 1, 0, 0, 0, true, true, 1, 'trades', '" + series + "T05:00:00Z')");
            }
        });
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen)
                .filteredOn(time -> time.startsWith(series + "T00:"))
                .hasSize(50)
                .isSortedAccordingTo((a, b) -> order.equals("asc") ? a.compareTo(b) : b.compareTo(a));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kraken:BTC/USD", "kraken:BTC%2FUSD", "kraken%3ABTC%2FUSD"})
    void takesAMarketWithASlashRawOrEncoded(String market) {
        JsonNode body = ok("/v1/markets/" + market + "/candles?interval=1m");
        assertThat(body.get("series").asText()).isEqualTo("kraken:BTC/USD");
        assertThat(body.get("data")).hasSize(1);
        assertThat(body.get("data").get(0).get("open").isNull()).isTrue();
        assertThat(body.get("data").get(0).get("trades").asInt()).isZero();
    }

    @Test
    void namesTheTokensThatASymbolMayMean() {
        HttpResponse<String> response = get("/v1/tokens/twin/candles");
        assertThat(response.statusCode()).isEqualTo(404);
        JsonNode problem = TestApi.json(response);
        assertThat(problem.get("code").asText()).isEqualTo("unknown_token");
        assertThat(problem.get("detail").asText()).contains("twin-a, twin-b");
    }

    private static JsonNode ok(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return TestApi.json(response);
    }

    private static HttpResponse<String> get(String path) {
        return api.get(path, "x-api-key", key);
    }
}
