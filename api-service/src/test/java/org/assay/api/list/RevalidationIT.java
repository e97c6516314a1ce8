package org.assay.api.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.assay.api.TestApi;
import org.assay.api.key.Plan;
import org.assay.testkit.clock.StubClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevalidationIT {

    private static final StubClock CLOCK = StubClock.at("2026-11-21T12:00:01Z");

    private static TestApi api;
    private static String key;

    @BeforeAll
    static void start() {
        api = TestApi.start(CLOCK);
        key = api.issue(Plan.UNLIMITED).secret();
        api.sql("""
                create table token_candle_all partition of token_candle_1m default;
                create table market_candle_all partition of market_candle_1m default;
                insert into token (id, symbol, name) values ('bitcoin', 'BTC', 'Bitcoin'), ('ether', 'ETH', 'Ether');
                insert into venue (id, name, as_of) values ('kraken', 'Kraken', '2026-11-21T12:00:00Z');
                insert into market (venue, symbol, base_asset, quote_asset, base_token, quote_token, state, updated_at)
                  values ('kraken', 'RV/USD', 'BTC', 'USD', 'bitcoin', 'fiat:USD', 'trading', '2026-11-21T00:00:00Z');
                insert into gap (id, venue, symbol, channel, cause, status, from_time, found_at)
                  values ('g', 'kraken', 'RV/USD', 'trades', 'stale', 'open', now(), now());
                insert into token_candle values ('bitcoin', '1m', '2026-11-21T12:00:00Z', 1, 1, 1, 1, 0, 0, 0, false,
                  false, 0, 'trades', '2026-11-21T12:00:00.5Z');
                insert into market_candle values ('kraken', 'RV/USD', '1m', '2026-11-21T12:00:00Z', 1, 1, 1, 1, 0, 0, 0,
                  false, false, 0, 'trades', '2026-11-21T12:00:00.5Z');
                insert into grade (token, kind, cadence, valid_at, known_at, model, grade, in_universe, digest) values
                  ('bitcoin', 'trader', 'daily', '2026-11-21Z', '2026-11-21T00:02Z', 'm', 50, true, '');
                insert into signal (token, cadence, valid_at, known_at, model, value, previous, held, missing, digest)
                  values ('bitcoin', 'daily', '2026-11-21Z', '2026-11-21T00:02Z', 'm', 1, 0, 0, 0, '');
                insert into scorecard values ('signals', 'bitcoin', '2026-11-21Z', '2026-11-21T00:02Z',
                  '{"trades": [{"position": "long"}]}', ''), ('trader', '', '2026-11-21Z', '2026-11-21T00:02Z', '{}', '');
                insert into index_definition values ('top-10', '1', '2026-11-21T00:02Z', 'Top 10', '', '{}');
                insert into index_level values
                  ('top-10', '2026-11-21Z', '2026-11-21T00:02Z', 1000, null, 'bull', false, 0, '');
                insert into quant_metric values ('bitcoin', '2026-11-21Z', '2026-11-21T00:02Z', '{"sharpe": 1.5}', '');
                insert into market_regime values ('2026-11-21Z', '2026-11-21T00:02Z', 'bull', '{"score": 0.5}', '');
                insert into rating_run values
                  ('daily', '2026-11-21Z', '2026-11-21T00:02Z', 'm', 2, 1, '', '{}', '');
                """);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/tokens, 60",
        "/v1/tokens/bitcoin, 60",
        "/v1/tokens/bitcoin/candles?interval=1m, 1",
        "/v1/tokens/bitcoin/markets, 1",
        "/v1/markets, 60",
        "/v1/markets/kraken:RV%2FUSD/candles?interval=1m, 1",
        "/v1/venues, 1",
        "/v1/gaps, 1",
        "/v1/grades, 60",
        "/v1/tokens/bitcoin/grades, 60",
        "/v1/tokens/bitcoin/grades/explain, 60",
        "/v1/signals, 60",
        "/v1/tokens/bitcoin/signals, 60",
        "/v1/scorecard, 60",
        "/v1/scorecard/trades, 60",
        "/v1/indices, 60",
        "/v1/indices/top-10, 60",
        "/v1/indices/top-10/holdings, 60",
        "/v1/indices/top-10/performance, 60",
        "/v1/indices/top-10/rebalances, 60",
        "/v1/tokens/bitcoin/quant, 60",
        "/v1/tokens/bitcoin/correlations, 60",
        "/v1/tokens/bitcoin/levels, 60",
        "/v1/tokens/bitcoin/forecast, 60",
        "/v1/market, 60",
        "/v1/methodology, 60"
    })
    void answers304ToWhoeverHasTheAnswerAlreadyThoughItHasAged(String path, int seconds) {
        HttpResponse<String> first = get(path);
        String tag = first.headers().firstValue("etag").orElseThrow();
        assertThat(first.headers().firstValue("cache-control")).hasValue("private, max-age=" + seconds);
        assertThat(first.headers().firstValue("vary").orElseThrow()).containsIgnoringCase("x-api-key");

        CLOCK.advance(Duration.ofSeconds(2));
        HttpResponse<String> second = get(path, "if-none-match", "\"other\", " + tag);
        CLOCK.advance(Duration.ofSeconds(-2));
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.headers().firstValue("etag")).hasValue(tag);
        assertThat(second.headers().firstValue("cache-control")).hasValue("private, max-age=" + seconds);

        assertThat(get(path, "if-none-match", "*").statusCode()).isEqualTo(304);
        assertThat(get(path, "if-none-match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void changesTheTagWithTheContent() {
        String before = tag("/v1/tokens/bitcoin/candles?interval=1m");
        api.sql("update token_candle set close = 1.0");
        String after = tag("/v1/tokens/bitcoin/candles?interval=1m");
        assertThat(after).isNotEqualTo(before);

        CLOCK.advance(Duration.ofHours(1));
        String stale = tag("/v1/tokens/bitcoin/candles?interval=1m");
        CLOCK.advance(Duration.ofHours(-1));
        assertThat(stale).isNotEqualTo(after);
    }

    private static String tag(String path) {
        return get(path).headers().firstValue("etag").orElseThrow();
    }

    private static HttpResponse<String> get(String path, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "x-api-key";
        all[1] = key;
        return api.get(path, all);
    }
}
