package org.assay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shapes are those of the venues' public documentation. Binance has its own test. */
class VenueFormatsTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T12:00:30Z"));
    private Simulator simulator;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        simulator = Simulator.start(SimulatorSettings.defaults(folder)
                .withTokens(20)
                .withTradesPerSecond(500)
                .withClock(clock));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    // Coinbase Exchange

    @Test
    void coinbase_confirms_sends_the_last_match_and_then_matches() throws Exception {
        try (Client client = Client.connect(URI.create(simulator.webSocketBase("coinbase") + "/"))) {
            client.send(
                    "{\"type\":\"subscribe\",\"product_ids\":[\"BTC-USD\"],\"channels\":[\"matches\",\"heartbeat\",\"ticker\"]}");
            JsonNode confirmed = client.await(
                            1, frame -> frame.path("type").asText().equals("subscriptions"))
                    .getFirst();
            assertThat(confirmed.at("/channels/0/name").asText()).isEqualTo("matches");
            assertThat(confirmed.at("/channels/0/product_ids/0").asText()).isEqualTo("BTC-USD");
            JsonNode last = client.await(1, frame -> frame.path("type").asText().equals("last_match"))
                    .getFirst();
            clock.advance(Duration.ofSeconds(4));
            List<JsonNode> matches =
                    client.await(5, frame -> frame.path("type").asText().equals("match"));
            assertThat(fields(matches.getFirst()))
                    .containsExactly(
                            "type",
                            "trade_id",
                            "maker_order_id",
                            "taker_order_id",
                            "side",
                            "size",
                            "price",
                            "product_id",
                            "sequence",
                            "time");
            assertThat(matches.getFirst().get("trade_id").asLong())
                    .isEqualTo(last.get("trade_id").asLong() + 1);
            assertThat(matches.getFirst().get("time").asText()).matches("2026-11-20T12:00:3\\d\\.\\d{6}Z");
            assertThat(matches.getFirst().get("maker_order_id").asText())
                    .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}");
            JsonNode heartbeat = client.await(
                            1, frame -> frame.path("type").asText().equals("heartbeat"))
                    .getLast();
            assertThat(heartbeat.get("last_trade_id").asLong())
                    .isGreaterThanOrEqualTo(last.get("trade_id").asLong());
            JsonNode ticker = client.await(
                            1, frame -> frame.path("type").asText().equals("ticker"))
                    .getFirst();
            assertThat(fields(ticker)).contains("best_bid", "best_bid_size", "best_ask", "best_ask_size", "last_size");
        }
    }

    @Test
    void coinbase_refuses_an_unknown_product() {
        try (Client client = Client.connect(URI.create(simulator.webSocketBase("coinbase") + "/"))) {
            client.send("{\"type\":\"subscribe\",\"product_ids\":[\"FOO-USD\"],\"channels\":[\"matches\"]}");
            JsonNode error = client.await(
                            1, frame -> frame.path("type").asText().equals("error"))
                    .getFirst();
            assertThat(error.get("reason").asText()).isEqualTo("FOO-USD is not a valid product");
        }
    }

    @Test
    void coinbase_pages_trades_newest_first_and_says_where_to_go_on() throws Exception {
        URI rest = simulator.restBase("coinbase");
        HttpResponse<String> first =
                Client.exchange("GET", URI.create(rest + "/products/BTC-USD/trades?limit=100"), "");
        JsonNode page = Client.JSON.readTree(first.body());
        assertThat(page).hasSize(100);
        long oldest = page.get(99).get("trade_id").asLong();
        assertThat(page.get(0).get("trade_id").asLong()).isEqualTo(oldest + 99);
        assertThat(first.headers().firstValue("CB-AFTER")).contains(Long.toString(oldest));
        assertThat(first.headers().firstValue("CB-BEFORE")).contains(Long.toString(oldest + 99));
        JsonNode older = Client.get(rest, "/products/BTC-USD/trades?limit=100&after=" + oldest);
        assertThat(older.get(0).get("trade_id").asLong()).isEqualTo(oldest - 1);
        assertThat(Client.exchange("GET", URI.create(rest + "/products/FOO-USD/trades"), "")
                        .body())
                .isEqualTo("{\"message\":\"NotFound\"}");
        assertThat(Client.get(rest, "/products").get(0).get("status").asText()).isEqualTo("online");
    }

    @Test
    void coinbase_serves_300_candles_newest_first_and_refuses_more() throws Exception {
        URI rest = simulator.restBase("coinbase");
        JsonNode candles = Client.get(rest, "/products/BTC-USD/candles?granularity=3600");
        assertThat(candles).hasSize(300);
        JsonNode newest = candles.get(0);
        assertThat(newest.get(0).asLong())
                .isEqualTo(Instant.parse("2026-11-20T12:00:00Z").getEpochSecond());
        assertThat(newest.get(1).decimalValue())
                .isLessThanOrEqualTo(newest.get(2).decimalValue());
        HttpResponse<String> tooMany = Client.exchange(
                "GET",
                URI.create(rest + "/products/BTC-USD/candles?granularity=60&start=2026-11-20T00:00:00Z"
                        + "&end=2026-11-20T12:00:00Z"),
                "");
        assertThat(tooMany.statusCode()).isEqualTo(400);
        assertThat(tooMany.body()).contains("exceeds 300");
        assertThat(Client.get(
                        rest,
                        "/products/BTC-USD/candles?granularity=60&start=2026-11-20T11:00:00Z&end=2026-11-20T11:09:00Z"))
                .hasSize(10);
    }

    // Kraken

    @Test
    void kraken_greets_acknowledges_each_symbol_and_sends_a_snapshot_then_updates() throws Exception {
        try (Client client = Client.connect(URI.create(simulator.webSocketBase("kraken") + "/v2"))) {
            client.await(1, frame -> frame.path("channel").asText().equals("status"));
            client.send(
                    "{\"method\":\"subscribe\",\"params\":{\"channel\":\"trade\",\"symbol\":[\"BTC/USD\",\"FOO/USD\"],"
                            + "\"snapshot\":true},\"req_id\":4}");
            JsonNode accepted =
                    client.await(1, frame -> frame.path("success").asBoolean()).getFirst();
            assertThat(accepted.at("/result/symbol").asText()).isEqualTo("BTC/USD");
            assertThat(accepted.get("req_id").asInt()).isEqualTo(4);
            JsonNode refused = client.await(1, frame -> frame.has("error")).getFirst();
            assertThat(refused.get("error").asText()).isEqualTo("Currency pair not supported FOO/USD");
            assertThat(refused.get("symbol").asText()).isEqualTo("FOO/USD");
            JsonNode snapshot = client.await(
                            1, frame -> frame.path("type").asText().equals("snapshot"))
                    .getFirst();
            assertThat(snapshot.get("data")).hasSize(50);
            clock.advance(Duration.ofSeconds(5));
            JsonNode update = client.await(
                            1,
                            frame -> frame.path("channel").asText().equals("trade")
                                    && frame.path("type").asText().equals("update"))
                    .getFirst();
            JsonNode trade = update.at("/data/0");
            assertThat(fields(trade))
                    .containsExactly("symbol", "side", "price", "qty", "ord_type", "trade_id", "timestamp");
            assertThat(trade.get("price").isNumber()).isTrue();
            assertThat(trade.get("trade_id").asLong())
                    .isEqualTo(snapshot.at("/data/49/trade_id").asLong() + 1);
            client.send("{\"method\":\"ping\",\"req_id\":9}");
            assertThat(client.await(1, frame -> frame.path("method").asText().equals("pong"))
                            .getFirst()
                            .get("req_id")
                            .asInt())
                    .isEqualTo(9);
        }
    }

    @Test
    void kraken_sends_heartbeats_when_nothing_happens_and_tickers_on_quotes() {
        try (Client client = Client.connect(URI.create(simulator.webSocketBase("kraken") + "/v2"))) {
            client.send("{\"method\":\"subscribe\",\"params\":{\"channel\":\"ticker\",\"symbol\":[\"ETH/USD\"],"
                    + "\"event_trigger\":\"bbo\"}}");
            JsonNode ticker = client.await(
                            1, frame -> frame.path("channel").asText().equals("ticker"))
                    .getFirst();
            assertThat(ticker.at("/data/0/ask").decimalValue())
                    .isGreaterThan(ticker.at("/data/0/bid").decimalValue());
            assertThat(fields(ticker.at("/data/0")))
                    .contains("bid_qty", "ask_qty", "last", "volume", "vwap", "low", "high", "change", "timestamp");
            clock.advance(Duration.ofSeconds(2));
            client.await(2, frame -> frame.path("channel").asText().equals("ticker"));
            client.send("{\"method\":\"unsubscribe\",\"params\":{\"channel\":\"ticker\",\"symbol\":[\"ETH/USD\"]}}");
            client.await(1, frame -> frame.path("method").asText().equals("unsubscribe"));
            client.send("{\"method\":\"subscribe\",\"params\":{\"channel\":\"trade\",\"symbol\":[\"USDT/EUR\"]}}");
            client.await(2, frame -> frame.path("success").asBoolean());
            Awaitility.await().until(() -> {
                clock.advance(Duration.ofMillis(1_001));
                return !client.matching(frame -> frame.path("channel").asText().equals("heartbeat"))
                        .isEmpty();
            });
        }
    }

    @Test
    void kraken_names_pairs_the_old_way_over_rest() throws Exception {
        URI rest = simulator.restBase("kraken");
        JsonNode pairs = Client.get(rest, "/0/public/AssetPairs").get("result");
        assertThat(pairs.at("/XXBTZUSD/wsname").asText()).isEqualTo("XBT/USD");
        assertThat(pairs.at("/XXBTZUSD/base").asText()).isEqualTo("XXBT");
        assertThat(pairs.at("/XXBTZUSD/quote").asText()).isEqualTo("ZUSD");
        assertThat(pairs.at("/XDGUSD/base").asText()).isEqualTo("XXDG");
        assertThat(pairs.at("/SOLUSD/altname").asText()).isEqualTo("SOLUSD");
        assertThat(pairs.at("/ZEURZUSD/wsname").asText()).isEqualTo("EUR/USD");
        assertThat(pairs.at("/USDTZUSD/base").asText()).isEqualTo("USDT");
        assertThat(Client.get(rest, "/0/public/Trades?pair=NOPE").at("/error/0").asText())
                .isEqualTo("EQuery:Unknown asset pair");
    }

    @Test
    void kraken_pages_trades_by_time_without_losing_any() throws Exception {
        URI rest = simulator.restBase("kraken");
        String since = Long.toString(Instant.parse("2026-11-20T11:51:00Z").getEpochSecond());
        long expected = -1;
        int count = 0;
        for (int page = 0; page < 400; page++) {
            JsonNode result = Client.get(rest, "/0/public/Trades?pair=XBTUSD&count=40&since=" + since)
                    .get("result");
            JsonNode rows = result.get("XXBTZUSD");
            for (JsonNode row : rows) {
                assertThat(row).hasSize(7);
                if (expected >= 0) {
                    assertThat(row.get(6).asLong()).isEqualTo(expected);
                }
                expected = row.get(6).asLong() + 1;
                count++;
            }
            if (rows.isEmpty()) {
                break;
            }
            since = result.get("last").asText();
        }
        assertThat(count).isGreaterThan(400);
    }

    @Test
    void kraken_serves_the_newest_720_candles() throws Exception {
        JsonNode result = Client.get(
                        simulator.restBase("kraken"), "/0/public/OHLC?pair=XBTUSD&interval=1&since=1600000000")
                .get("result");
        assertThat(result.get("XXBTZUSD")).hasSize(720);
        assertThat(result.at("/XXBTZUSD/719")).hasSize(8);
        assertThat(result.at("/XXBTZUSD/719/0").asLong())
                .isEqualTo(Instant.parse("2026-11-20T12:00:00Z").getEpochSecond());
        assertThat(result.get("last").asLong())
                .isEqualTo(Instant.parse("2026-11-20T11:59:00Z").getEpochSecond());
    }

    // Bybit

    @Test
    void bybit_acknowledges_pongs_and_sends_trades_and_the_best_level() throws Exception {
        try (Client client = Client.connect(URI.create(simulator.webSocketBase("bybit") + "/v5/public/spot"))) {
            client.send(
                    "{\"req_id\":\"a\",\"op\":\"subscribe\",\"args\":[\"publicTrade.BTCUSDT\",\"orderbook.1.BTCUSDT\"]}");
            JsonNode accepted = client.await(1, frame -> frame.has("success")).getFirst();
            assertThat(fields(accepted)).containsExactly("success", "ret_msg", "conn_id", "req_id", "op");
            assertThat(accepted.get("req_id").asText()).isEqualTo("a");
            clock.advance(Duration.ofSeconds(3));
            JsonNode frame = client.await(1, one -> one.path("topic").asText().equals("publicTrade.BTCUSDT"))
                    .getFirst();
            JsonNode trade = frame.at("/data/0");
            assertThat(trade.get("i").asText()).matches("\\d{16,19}");
            assertThat(trade.get("S").asText()).isIn("Buy", "Sell");
            assertThat(trade.get("p").isTextual()).isTrue();
            JsonNode book = client.await(1, one -> one.path("topic").asText().equals("orderbook.1.BTCUSDT"))
                    .getFirst();
            assertThat(book.at("/data/b/0")).hasSize(2);
            client.send("{\"op\":\"ping\"}");
            assertThat(client.await(1, one -> one.path("ret_msg").asText().equals("pong")))
                    .isNotEmpty();
            client.send("{\"op\":\"subscribe\",\"args\":[\"publicTrade.FOOUSDT\"]}");
            JsonNode refused = client.await(
                            1, one -> one.has("success") && !one.get("success").asBoolean())
                    .getFirst();
            assertThat(refused.get("ret_msg").asText()).contains("publicTrade.FOOUSDT");
        }
    }

    @Test
    void bybit_serves_sixty_trades_and_a_thousand_candles_newest_first() throws Exception {
        URI rest = simulator.restBase("bybit");
        JsonNode trades = Client.get(rest, "/v5/market/recent-trade?category=spot&symbol=BTCUSDT&limit=1000")
                .at("/result/list");
        assertThat(trades).hasSize(60);
        assertThat(trades.get(0).get("time").asLong())
                .isGreaterThanOrEqualTo(trades.get(59).get("time").asLong());
        JsonNode candles = Client.get(rest, "/v5/market/kline?category=spot&symbol=BTCUSDT&interval=D&limit=1000")
                .at("/result/list");
        assertThat(candles.size()).isBetween(600, 1_000);
        assertThat(candles.get(0)).hasSize(7);
        assertThat(candles.get(0).get(0).asLong())
                .isGreaterThan(candles.get(1).get(0).asLong());
        assertThat(Client.get(rest, "/v5/market/kline?category=spot&symbol=NOPE&interval=1")
                        .get("retCode")
                        .asInt())
                .isEqualTo(10001);
        assertThat(Client.get(rest, "/v5/market/instruments-info?category=spot")
                        .at("/result/list/0/status")
                        .asText())
                .isEqualTo("Trading");
    }

    // OKX

    @Test
    void okx_acknowledges_pongs_and_refuses_channels_of_the_other_address() {
        try (Client client = Client.connect(URI.create(simulator.webSocketBase("okx") + "/ws/v5/public"))) {
            client.send(
                    "{\"op\":\"subscribe\",\"args\":[{\"channel\":\"trades\",\"instId\":\"BTC-USDT\"},"
                            + "{\"channel\":\"bbo-tbt\",\"instId\":\"BTC-USDT\"},{\"channel\":\"trades-all\",\"instId\":\"BTC-USDT\"}]}");
            client.await(2, frame -> frame.path("event").asText().equals("subscribe"));
            JsonNode refused = client.await(
                            1, frame -> frame.path("event").asText().equals("error"))
                    .getFirst();
            assertThat(refused.get("code").asText()).isEqualTo("60018");
            clock.advance(Duration.ofSeconds(3));
            JsonNode trade = client.await(
                            1,
                            frame -> frame.has("data")
                                    && frame.at("/arg/channel").asText().equals("trades"))
                    .getFirst();
            assertThat(fields(trade.at("/data/0")))
                    .containsExactly("instId", "tradeId", "px", "sz", "side", "ts", "count", "source", "seqId");
            JsonNode quote = client.await(
                            1,
                            frame -> frame.has("data")
                                    && frame.at("/arg/channel").asText().equals("bbo-tbt"))
                    .getFirst();
            assertThat(quote.at("/data/0/asks/0")).hasSize(4);
            client.send("ping");
            Awaitility.await().until(() -> {
                client.matching(frame -> false);
                return client.broken().contains("pong");
            });
        }
    }

    @Test
    void okx_pages_trades_by_id_and_candles_by_time() throws Exception {
        URI rest = simulator.restBase("okx");
        JsonNode newest = Client.get(rest, "/api/v5/market/trades?instId=BTC-USDT&limit=500")
                .get("data");
        assertThat(newest).hasSize(500);
        long oldest = newest.get(499).get("tradeId").asLong();
        JsonNode older = Client.get(
                        rest, "/api/v5/market/history-trades?instId=BTC-USDT&type=1&limit=1000&after=" + oldest)
                .get("data");
        assertThat(older).hasSize(100);
        assertThat(older.get(0).get("tradeId").asLong()).isEqualTo(oldest - 1);
        long after = Instant.parse("2026-11-20T12:00:00Z").toEpochMilli();
        JsonNode candles = Client.get(
                        rest,
                        "/api/v5/market/history-candles?instId=BTC-USDT&bar=1m&limit=300&after=" + after + "&before="
                                + (after - 600_001))
                .get("data");
        assertThat(candles).hasSize(10);
        assertThat(candles.get(0)).hasSize(9);
        assertThat(candles.get(0).get(8).asText()).isEqualTo("1");
        JsonNode days = Client.get(rest, "/api/v5/market/candles?instId=BTC-USDT&bar=1D&limit=2")
                .get("data");
        assertThat(Instant.ofEpochMilli(days.get(0).get(0).asLong())).isEqualTo(Instant.parse("2026-11-19T16:00:00Z"));
        JsonNode utc = Client.get(rest, "/api/v5/market/candles?instId=BTC-USDT&bar=1Dutc&limit=2")
                .get("data");
        assertThat(Instant.ofEpochMilli(utc.get(0).get(0).asLong())).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(Client.get(rest, "/api/v5/market/candles?instId=NO-PE")
                        .get("code")
                        .asText())
                .isEqualTo("51001");
    }
}
