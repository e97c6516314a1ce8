package org.assay.api.gap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assay.api.TestApi;
import org.assay.api.key.Plan;
import org.assay.api.list.PageWalk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GapResourceIT {

    private static TestApi api;
    private static String key;

    @BeforeAll
    static void start() {
        api = TestApi.start();
        key = api.issue(Plan.UNLIMITED).secret();
        api.sql("""
                insert into gap values
                  ('g1', 'kraken', 'BTC/USD', 'trades', 'sequence', 'filled_by_trades', '2026-11-21T10:00:00Z',
                    '2026-11-21T10:00:07.125Z', '81100211', '81100240', 28, '2026-11-21T10:00:07.130001Z',
                    '2026-11-21T10:00:08Z', 28, ''),
                  ('g2', 'kraken', 'ETH/USD', 'trades', 'reconnect', 'filled_by_candles', '2026-11-21T11:00:00Z',
                    '2026-11-21T11:05:00Z', null, null, null, '2026-11-21T11:05:00Z', '2026-11-21T11:05:30Z', 0,
                    'the venue serves 60 trades only'),
                  ('g3', 'binance', 'BTCUSDT', 'trades', 'stale', 'unfillable', '2026-11-21T11:00:00Z',
                    '2026-11-21T11:01:00Z', null, null, null, '2026-11-21T11:05:00Z', '2026-11-21T11:05:30Z', 0, 'gone'),
                  ('g4', 'binance', 'BTCUSDT', 'trades', 'restart', 'open', '2026-11-21T12:00:00Z', null, '7', null,
                    null, '2026-11-21T12:01:00Z', null, 0, ''),
                  ('g5', 'okx', 'BTC-USDT', 'trades', 'stale', 'empty', '2026-11-21T09:00:00Z',
                    '2026-11-21T09:01:00Z', null, null, null, '2026-11-21T09:01:00Z', '2026-11-21T09:01:30Z', 0, '');
                """);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void givesEveryFieldOfAGap() {
        assertThat(ok("/v1/gaps?cause=sequence").get("data").get(0).toString())
                .isEqualTo("{\"id\":\"g1\",\"venue\":\"kraken\",\"symbol\":\"BTC/USD\",\"market\":\"kraken:BTC/USD\","
                        + "\"channel\":\"trades\",\"cause\":\"sequence\",\"status\":\"filled_by_trades\","
                        + "\"from\":\"2026-11-21T10:00:00Z\",\"to\":\"2026-11-21T10:00:07.125Z\","
                        + "\"from_trade_id\":\"81100211\",\"to_trade_id\":\"81100240\",\"missing\":28,"
                        + "\"found_at\":\"2026-11-21T10:00:07.130001Z\",\"closed_at\":\"2026-11-21T10:00:08Z\","
                        + "\"filled_trades\":28,\"reason\":\"\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|g4,g2,g3,g1,g5",
                "venue=binance|g4,g3",
                "market=kraken:BTC/USD|g1",
                "market=kraken%3ABTC%2FUSD|g1",
                "venue=binance&market=kraken:BTC/USD|''",
                "status=open|g4",
                "status=unfillable|g3",
                "cause=stale|g3,g5",
                "cause=stale&status=empty|g5",
                "start=2026-11-21T12:30:00Z|g4",
                "start=2026-11-21T11:01:00Z|g4,g2",
                "end=2026-11-21T10:00:00Z|g5",
                "start=2026-11-21T10:00:07Z&end=2026-11-21T11:00:00Z|g1",
                "start=2026-11-21T10:00:07.125Z&end=2026-11-21T11:00:00.000001Z|g2,g3",
            })
    void filtersTheNewestFirst(String query, String ids) {
        assertThat(String.join(",", ok("/v1/gaps?" + query).get("data").findValuesAsText("id")))
                .isEqualTo(ids);
    }

    @Test
    void showsEveryGapOnceOverAllPagesWhileGapsAreAdded() {
        api.sql("insert into gap (id, venue, symbol, channel, cause, status, from_time, found_at)"
                + " select 'w' || n, 'walk', 'M', 'trades', 'stale', 'open', now(),"
                + " timestamptz '2026-11-20T00:00:00Z' + (n / 10) * interval '1 microsecond'"
                + " from generate_series(100, 199) n");
        AtomicInteger added = new AtomicInteger();
        List<String> seen = PageWalk.walk(api, key, "/v1/gaps?venue=walk&limit=7", "id", () -> {
            api.sql("insert into gap (id, venue, symbol, channel, cause, status, from_time, found_at) values ('x"
                    + added.incrementAndGet() + "', 'walk', 'M', 'trades', 'stale', 'open', now(),"
                    + " '2026-11-20T00:00:01Z')");
        });
        api.sql("delete from gap where venue = 'walk'");

        assertThat(seen).doesNotHaveDuplicates().hasSize(100).allMatch(id -> id.startsWith("w"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"' or 1=1 --", "'; drop table gap; --", "kraken", ":", "kraken:", "kraken:a b", "ЖБТЦ🚀"})
    void refusesWhatIsNoMarketVenueStatusOrCause(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        for (String filter : List.of("market", "status", "cause", "start", "end")) {
            HttpResponse<String> response = get("/v1/gaps?" + filter + "=" + encoded);
            assertThat(response.statusCode()).as(filter + " " + response.body()).isEqualTo(400);
            assertThat(TestApi.json(response)
                            .get("errors")
                            .get(0)
                            .get("parameter")
                            .asText())
                    .isEqualTo(filter);
        }
        assertThat(ok("/v1/gaps").get("data")).hasSize(5);
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
