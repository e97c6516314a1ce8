package org.assay.api.token;

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

class TokenResourceIT {

    private static TestApi api;
    private static String key;

    @BeforeAll
    static void start() {
        api = TestApi.start();
        key = api.issue(Plan.UNLIMITED).secret();
        api.sql("""
                insert into token (id, symbol, name, categories, contracts, stablecoin, peg, wrapped, wraps, rank, origin,
                    updated_at) values
                  ('bitcoin', 'BTC', 'Bitcoin', '{layer-1,proof-of-work}', '[]', false, null, false, null, 1,
                    'directory', '2026-11-21T00:00:00Z'),
                  ('ethereum', 'ETH', 'Ethereum', '{layer-1,smart-contracts}', '[]', false, null, false, null, 2,
                    'directory', '2026-11-21T00:00:00Z'),
                  ('tether', 'USDT', 'Tether', '{stablecoin}',
                    '[{"chain": "ethereum", "address": "0xdAC17F958D2ee523a2206206994597C13D831ec7"}]',
                    true, 'USD', false, null, 3, 'directory', '2026-11-21T00:00:00Z'),
                  ('wrapped-bitcoin', 'WBTC', 'Wrapped Bitcoin', '{wrapped}', '[]', false, null, true, 'bitcoin', 12,
                    'directory', '2026-11-21T00:00:00Z'),
                  ('sun-tron', 'SUN', 'Sun (TRON)', '{defi}', '[]', false, null, false, null, 200,
                    'directory', '2026-11-21T00:00:00Z'),
                  ('sun-meme', 'SUN', 'Sünne 100% _meme_', '{meme}', '[]', false, null, false, null, null,
                    'venue', '2026-11-21T00:00:00Z'),
                  ('zebra', 'ZZZ', 'zebra', '{}', '[]', false, null, false, null, null,
                    'venue', '2026-11-21T00:00:00Z');
                insert into market (venue, symbol, base_asset, quote_asset, base_token, quote_token, state, updated_at) values
                  ('kraken', 'BTC/USD', 'BTC', 'USD', 'bitcoin', 'fiat:USD', 'trading', '2026-11-21T00:00:00Z'),
                  ('kraken', 'BTC/EUR', 'BTC', 'EUR', 'bitcoin', 'fiat:EUR', 'trading', '2026-11-21T00:00:00Z'),
                  ('binance', 'BTCUSDT', 'BTC', 'USDT', 'bitcoin', 'tether', 'trading', '2026-11-21T00:00:00Z'),
                  ('binance', 'ETHUSDT', 'ETH', 'USDT', 'ethereum', 'tether', 'trading', '2026-11-21T00:00:00Z');
                """);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|bitcoin,ethereum,tether,wrapped-bitcoin,sun-tron,sun-meme,zebra",
                "sort=-rank|sun-tron,wrapped-bitcoin,tether,ethereum,bitcoin,zebra,sun-meme",
                "sort=symbol|bitcoin,ethereum,sun-meme,sun-tron,tether,wrapped-bitcoin,zebra",
                "sort=-symbol|zebra,wrapped-bitcoin,tether,sun-tron,sun-meme,ethereum,bitcoin",
                "sort=name|bitcoin,ethereum,sun-tron,sun-meme,tether,wrapped-bitcoin,zebra",
                "sort=-name|zebra,wrapped-bitcoin,tether,sun-meme,sun-tron,ethereum,bitcoin",
                "symbol=SUN|sun-tron,sun-meme",
                "symbol=sun|sun-tron,sun-meme",
                "symbol=SU|''",
                "category=layer-1|bitcoin,ethereum",
                "stablecoin=true|tether",
                "wrapped=true|wrapped-bitcoin",
                "wrapped=false&stablecoin=false&category=layer-1&venue=kraken|bitcoin",
                "venue=binance|bitcoin,ethereum",
                "venue=nowhere|''",
                "q=BITC|bitcoin,wrapped-bitcoin",
                "q=usdt|tether",
                "q=tron|sun-tron",
                "q=S%C3%9CNNE|sun-meme",
                "q=100%25|sun-meme",
                "q=%25|sun-meme",
                "q=_|sun-meme",
                "q=%5C|''",
            })
    void filtersSearchesAndSorts(String query, String ids) {
        JsonNode body = ok("/v1/tokens?" + query);
        assertThat(String.join(",", body.get("data").findValuesAsText("id"))).isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rank", "-rank", "symbol", "-symbol", "name", "-name"})
    void showsEveryTokenOnceOverAllPagesInEveryOrderWhileTokensAreAdded(String sort) {
        List<String> before = ok("/v1/tokens?sort=" + sort).get("data").findValuesAsText("id");
        AtomicInteger added = new AtomicInteger();
        List<String> seen = PageWalk.walk(api, key, "/v1/tokens?limit=2&sort=" + sort, "id", () -> {
            int number = added.incrementAndGet();
            if (number <= 2) {
                api.sql("insert into token (id, symbol, name, rank) values ('new-" + number + "', 'M" + number
                        + "', 'Middle', " + (5 * number) + ")");
            }
        });
        api.sql("delete from token where id like 'new-%'");

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen).filteredOn(id -> !id.startsWith("new-")).containsExactlyElementsOf(before);
    }

    @Test
    void givesEveryFieldOfAListedToken() {
        assertThat(ok("/v1/tokens?symbol=wbtc").get("data").get(0).toString())
                .isEqualTo("{\"id\":\"wrapped-bitcoin\",\"symbol\":\"WBTC\",\"name\":\"Wrapped Bitcoin\",\"rank\":12,"
                        + "\"categories\":[\"wrapped\"],\"stablecoin\":false,\"peg\":null,\"wrapped\":true,"
                        + "\"wraps\":\"bitcoin\",\"origin\":\"directory\",\"markets\":0}");
    }

    @Test
    void givesATokenWithItsMarketsVenuesAndContracts() {
        JsonNode bitcoin = ok("/v1/tokens/bitcoin");
        assertThat(bitcoin.get("markets").asInt()).isEqualTo(3);
        assertThat(bitcoin.get("venues").toString()).isEqualTo("[\"binance\",\"kraken\"]");
        assertThat(bitcoin.get("contracts")).isEmpty();
        assertThat(bitcoin.get("updated_at").asText()).isEqualTo("2026-11-21T00:00:00Z");

        JsonNode tether = ok("/v1/tokens/tether");
        assertThat(tether.get("peg").asText()).isEqualTo("USD");
        assertThat(tether.get("markets").asInt()).isZero();
        assertThat(tether.get("venues")).isEmpty();
        assertThat(tether.get("contracts").toString())
                .isEqualTo("[{\"chain\":\"ethereum\",\"address\":\"0xdAC17F958D2ee523a2206206994597C13D831ec7\"}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUN|sun-tron, sun-meme",
                "btc|bitcoin",
                "nothing|no token of this id",
                "%00|no token of this id",
                "b%C3%AFtcoin|no token of this id",
                "%F0%9F%9A%80|no token of this id",
                "%ED%A0%80|no token of this id",
                "x'; drop table token; --|no token of this id",
            })
    void saysWhichTokensAnUnknownIdMayMean(String id, String detail) {
        String path = id.contains("%")
                ? id
                : URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        HttpResponse<String> response = get("/v1/tokens/" + path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(404);
        JsonNode problem = TestApi.json(response);
        assertThat(problem.get("code").asText()).isEqualTo("unknown_token");
        assertThat(problem.get("detail").asText()).contains(detail);
        assertThat(problem.get("errors").get(0).get("parameter").asText()).isEqualTo("id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or 1=1 --",
                "'; drop table token; --",
                "\") union select id, key_hash from api_key --",
                "$1",
                "?",
                "\\x00",
                "ЖБТЦ🚀",
                "\u202Egnp",
            })
    void takesHostileTextForNothingButText(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        for (String filter : List.of("q", "symbol")) {
            assertThat(ok("/v1/tokens?" + filter + "=" + encoded).get("data")).isEmpty();
        }
        for (String filter : List.of("category", "venue", "sort", "stablecoin")) {
            assertThat(get("/v1/tokens?" + filter + "=" + encoded).statusCode()).isEqualTo(400);
        }
        assertThat(ok("/v1/tokens").get("data")).hasSize(7);
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
