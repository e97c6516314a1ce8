package org.assay.api.market;

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

class MarketResourceIT {

    private static TestApi api;
    private static String key;

    @BeforeAll
    static void start() {
        api = TestApi.start();
        key = api.issue(Plan.UNLIMITED).secret();
        api.sql("""
                insert into market (venue, symbol, base_asset, quote_asset, base_token, quote_token, unresolved_reason,
                    state, price_increment, amount_increment, streamed, updated_at) values
                  ('kraken', 'BTC/USD', 'BTC', 'USD', 'bitcoin', 'fiat:USD', null, 'trading', 0.10, 0.00000001, true,
                    '2026-11-21T00:00:00.123456Z'),
                  ('kraken', 'BTC/EUR', 'BTC', 'EUR', 'bitcoin', 'fiat:EUR', null, 'halted', null, null, false,
                    '2026-11-21T00:00:00Z'),
                  ('binance', 'BTCUSDT', 'BTC', 'USDT', 'bitcoin', 'tether', null, 'trading', 0.01, 0.00001, true,
                    '2026-11-21T00:00:00Z'),
                  ('binance', '币安人生USDT', '币安人生', 'USDT', null, 'tether', 'unknown_base', 'trading', 0.0001, 1, false,
                    '2026-11-21T00:00:00Z'),
                  ('okx', 'LUNA-USDT', 'LUNA', 'USDT', null, 'tether', 'ambiguous_base', 'delisted', null, null, false,
                    '2026-11-21T00:00:00Z');
                """);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void givesEveryFieldOfAMarket() {
        assertThat(ok("/v1/markets?venue=kraken&streamed=true")
                        .get("data")
                        .get(0)
                        .toString())
                .isEqualTo(
                        "{\"id\":\"kraken:BTC/USD\",\"venue\":\"kraken\",\"symbol\":\"BTC/USD\",\"base_asset\":\"BTC\","
                                + "\"quote_asset\":\"USD\",\"base_token\":\"bitcoin\",\"quote_token\":\"fiat:USD\","
                                + "\"unresolved_reason\":null,\"state\":\"trading\",\"streamed\":true,"
                                + "\"price_increment\":\"0.10\",\"amount_increment\":\"0.00000001\","
                                + "\"updated_at\":\"2026-11-21T00:00:00.123456Z\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|binance:BTCUSDT,binance:币安人生USDT,kraken:BTC/EUR,kraken:BTC/USD,okx:LUNA-USDT",
                "venue=kraken|kraken:BTC/EUR,kraken:BTC/USD",
                "token=bitcoin|binance:BTCUSDT,kraken:BTC/EUR,kraken:BTC/USD",
                "quote=USDT|binance:BTCUSDT,binance:币安人生USDT,okx:LUNA-USDT",
                "quote=usdt&state=delisted|okx:LUNA-USDT",
                "quote=tether&streamed=true|binance:BTCUSDT",
                "quote=fiat:EUR|kraken:BTC/EUR",
                "state=halted|kraken:BTC/EUR",
                "streamed=true|binance:BTCUSDT,kraken:BTC/USD",
                "resolved=false|binance:币安人生USDT,okx:LUNA-USDT",
                "resolved=true&venue=binance|binance:BTCUSDT",
                "venue=nowhere|''",
            })
    void filters(String query, String ids) {
        assertThat(String.join(",", ok("/v1/markets?" + query).get("data").findValuesAsText("id")))
                .isEqualTo(ids);
    }

    @Test
    void saysWhyAMarketIsNotResolved() {
        JsonNode data = ok("/v1/markets?resolved=false").get("data");
        assertThat(data.findValuesAsText("unresolved_reason")).containsExactly("unknown_base", "ambiguous_base");
        assertThat(data.get(0).get("base_token").isNull()).isTrue();
    }

    @Test
    void showsEveryMarketOnceOverAllPagesWhileMarketsAreAdded() {
        api.sql("insert into market (venue, symbol, base_asset, quote_asset, state, updated_at)"
                + " select 'walk', 'M' || n, 'M', 'USD', 'trading', now() from generate_series(100, 199) n");
        AtomicInteger added = new AtomicInteger();
        List<String> seen = PageWalk.walk(api, key, "/v1/markets?venue=walk&limit=7", "symbol", () -> {
            api.sql("insert into market (venue, symbol, base_asset, quote_asset, state, updated_at) values"
                    + " ('walk', 'M1" + added.incrementAndGet() + "x', 'M', 'USD', 'trading', now())"
                    + " on conflict do nothing");
        });
        api.sql("delete from market where venue = 'walk'");

        assertThat(seen).doesNotHaveDuplicates().isSorted();
        assertThat(seen).filteredOn(symbol -> !symbol.endsWith("x")).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"' or 1=1 --", "'; drop table market; --", "$1", "\\", "ЖБТЦ🚀"})
    void takesHostileTextForNothingButText(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        assertThat(ok("/v1/markets?quote=" + encoded).get("data")).isEmpty();
        for (String filter : List.of("venue", "token", "state", "streamed", "resolved")) {
            assertThat(get("/v1/markets?" + filter + "=" + encoded).statusCode())
                    .isEqualTo(400);
        }
        String path = encoded.replace("+", "%20");
        assertThat(get("/v1/markets/kraken:" + path + "/candles").statusCode()).isEqualTo(404);
        assertThat(get("/v1/markets/" + path + "/candles").statusCode()).isEqualTo(404);
        assertThat(ok("/v1/markets").get("data")).hasSize(5);
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
