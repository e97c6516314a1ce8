package org.assay.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T12:00:30Z"));
    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        simulator = Simulator.start(
                SimulatorSettings.defaults(folder).withTokens(10).withClock(clock));
        client = Client.connect(URI.create(simulator.webSocketBase("okx") + "/ws/v5/business"));
        client.send("{\"op\":\"subscribe\",\"args\":[{\"channel\":\"trades-all\",\"instId\":\"BTC-USDT\"},"
                + "{\"channel\":\"trades-all\",\"instId\":\"ETH-USDT\"}]}");
        client.await(2, frame -> frame.path("event").asText().equals("subscribe"));
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    private JsonNode order(String body) throws Exception {
        HttpResponse<String> answer = Client.exchange("POST", URI.create(simulator.controlBase() + "/faults"), body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Client.JSON.readTree(answer.body());
    }

    private static boolean isTrade(JsonNode frame, String instrument) {
        return frame.has("data")
                && frame.at("/arg/instId").asText().equals(instrument)
                && frame.at("/data/0/px").asText().length() > 0;
    }

    private List<Long> ids(String instrument, int atLeast) {
        List<Long> ids = new ArrayList<>();
        client.await(atLeast, frame -> isTrade(frame, instrument))
                .forEach(frame -> ids.add(frame.at("/data/0/tradeId").asLong()));
        return ids;
    }

    private static List<Long> holes(List<Long> ids) {
        List<Long> holes = new ArrayList<>();
        for (int i = 1; i < ids.size(); i++) {
            for (long id = ids.get(i - 1) + 1; id < ids.get(i); id++) {
                holes.add(id);
            }
        }
        return holes;
    }

    @Test
    void without_faults_nothing_is_missing() {
        clock.advance(Duration.ofSeconds(10));
        List<Long> ids = ids("BTC-USDT", 20);
        assertThat(holes(ids)).isEmpty();
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    }

    @Test
    void skip_leaves_trades_out_and_the_ledger_knows() throws Exception {
        clock.advance(Duration.ofSeconds(4));
        int before = ids("BTC-USDT", 3).size();
        order("{\"venue\":\"okx\",\"symbol\":\"BTC-USDT\",\"kind\":\"skip\",\"count\":3}");
        clock.advance(Duration.ofSeconds(10));
        List<Long> ids = ids("BTC-USDT", before + 10);
        assertThat(holes(ids)).hasSize(3);
        JsonNode sent = Client.get(simulator.controlBase(), "/sent?market=okx:BTC-USDT");
        assertThat(sent.at("/markets/0/runs")).hasSize(2);
        assertThat(sent.at("/markets/0/last_trade_id").asLong()).isEqualTo(ids.getLast());
        assertThat(sent.at("/markets/0/distinct").asInt()).isEqualTo(ids.size());
        assertThat(Client.get(simulator.controlBase(), "/faults")
                        .at("/faults/0/applied")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void duplicate_sends_trades_twice() throws Exception {
        order("{\"venue\":\"okx\",\"symbol\":\"BTC-USDT\",\"kind\":\"duplicate\",\"count\":2}");
        clock.advance(Duration.ofSeconds(10));
        List<Long> ids = ids("BTC-USDT", 20);
        assertThat(ids.size() - new HashSet<>(ids).size()).isEqualTo(2);
        assertThat(Client.get(simulator.controlBase(), "/sent?market=okx:BTC-USDT")
                        .at("/markets/0/runs"))
                .hasSize(1);
    }

    @Test
    void reorder_swaps_neighbours_and_loses_none() throws Exception {
        order("{\"venue\":\"okx\",\"symbol\":\"ETH-USDT\",\"kind\":\"reorder\",\"count\":1}");
        clock.advance(Duration.ofSeconds(10));
        List<Long> ids = ids("ETH-USDT", 10);
        assertThat(ids.get(0)).isEqualTo(ids.get(1) + 1);
        List<Long> sorted = ids.stream().sorted().toList();
        assertThat(holes(sorted)).isEmpty();
    }

    @Test
    void garbage_comes_between_the_real_frames() throws Exception {
        order("{\"venue\":\"okx\",\"symbol\":\"BTC-USDT\",\"kind\":\"garbage\",\"count\":1}");
        clock.advance(Duration.ofSeconds(10));
        List<Long> ids = ids("BTC-USDT", 20);
        assertThat(client.broken()).isNotEmpty();
        assertThat(holes(ids)).isEmpty();
    }

    @Test
    void silence_of_a_market_loses_its_trades_and_no_other_ones() throws Exception {
        clock.advance(Duration.ofSeconds(4));
        ids("BTC-USDT", 3);
        order("{\"venue\":\"okx\",\"symbol\":\"BTC-USDT\",\"kind\":\"silence\",\"duration\":5}");
        int others = client.matching(frame -> isTrade(frame, "ETH-USDT")).size();
        int before = client.matching(frame -> isTrade(frame, "BTC-USDT")).size();
        clock.advance(Duration.ofSeconds(4));
        ids("ETH-USDT", others + 3);
        assertThat(client.matching(frame -> isTrade(frame, "BTC-USDT"))).hasSize(before);
        clock.advance(Duration.ofSeconds(6));
        List<Long> ids = ids("BTC-USDT", before + 3);
        assertThat(holes(ids)).isNotEmpty();
        assertThat(holes(ids("ETH-USDT", others + 3))).isEmpty();
    }

    @Test
    void silence_of_a_venue_leaves_pings_unanswered() throws Exception {
        order("{\"venue\":\"okx\",\"kind\":\"silence\",\"duration\":5}");
        client.send("ping");
        clock.advance(Duration.ofSeconds(4));
        order("{\"venue\":\"kraken\",\"kind\":\"silence\",\"duration\":1}");
        assertThat(client.broken()).doesNotContain("pong");
        clock.advance(Duration.ofSeconds(2));
        client.send("ping");
        Awaitility.await().until(() -> {
            client.matching(frame -> false);
            return client.broken().contains("pong");
        });
    }

    @Test
    void drop_connection_closes_and_for_its_duration_refuses_new_ones() throws Exception {
        JsonNode answer = order("{\"venue\":\"okx\",\"kind\":\"drop_connection\",\"duration\":30}");
        assertThat(answer.get("dropped").asInt()).isEqualTo(1);
        Awaitility.await().until(client::isClosed);
        URI address = URI.create(simulator.webSocketBase("okx") + "/ws/v5/public");
        assertThatThrownBy(() -> Client.connect(address)).hasStackTraceContaining("503");
        clock.advance(Duration.ofSeconds(31));
        Client.connect(address).close();
    }

    @Test
    void rate_limit_answers_429_with_retry_after_and_the_venues_words() throws Exception {
        for (String[] one : new String[][] {
            {"binance", "/api/v3/time", "-1003"},
            {"coinbase", "/products", "Public rate limit exceeded"},
            {"kraken", "/0/public/Time", "EGeneral:Too many requests"},
            {"bybit", "/v5/market/time", "10006"},
            {"okx", "/api/v5/public/time", "50011"}
        }) {
            order("{\"venue\":\"" + one[0] + "\",\"kind\":\"rate_limit\",\"count\":1,\"retry_after\":7}");
            URI address = URI.create(simulator.restBase(one[0]) + one[1]);
            HttpResponse<String> limited = Client.exchange("GET", address, "");
            assertThat(limited.statusCode()).as(one[0]).isEqualTo(429);
            assertThat(limited.headers().firstValue("Retry-After")).contains("7");
            assertThat(limited.body()).contains(one[2]);
            assertThat(Client.exchange("GET", address, "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void slow_rest_answers_late() throws Exception {
        order("{\"venue\":\"okx\",\"kind\":\"slow_rest\",\"count\":1,\"delay\":0.3}");
        long began = System.nanoTime();
        Client.get(simulator.restBase("okx"), "/api/v5/public/time");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(250));
    }

    @Test
    void too_many_requests_are_limited_without_a_fault(@TempDir Path folder) throws Exception {
        try (Simulator strict = Simulator.start(SimulatorSettings.defaults(folder)
                .withTokens(5)
                .withRestGenerosity(1)
                .withClock(clock))) {
            URI address = URI.create(strict.restBase("coinbase") + "/time");
            for (int i = 0; i < 10; i++) {
                assertThat(Client.exchange("GET", address, "").statusCode()).isEqualTo(200);
            }
            assertThat(Client.exchange("GET", address, "").statusCode()).isEqualTo(429);
            clock.advance(Duration.ofSeconds(1));
            assertThat(Client.exchange("GET", address, "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void faults_are_listed_ended_and_refused_when_they_make_no_sense() throws Exception {
        long id = order("{\"venue\":\"okx\",\"kind\":\"silence\",\"duration\":60}")
                .get("id")
                .asLong();
        assertThat(Client.get(simulator.controlBase(), "/faults")
                        .at("/faults/0/active")
                        .asBoolean())
                .isTrue();
        URI one = URI.create(simulator.controlBase() + "/faults/" + id);
        assertThat(Client.exchange("DELETE", one, "").statusCode()).isEqualTo(200);
        assertThat(Client.exchange("DELETE", one, "").statusCode()).isEqualTo(404);
        assertThat(Client.get(simulator.controlBase(), "/faults").get("faults")).isEmpty();
        for (String wrong : List.of(
                "{",
                "{\"venue\":\"okx\",\"kind\":\"nonsense\"}",
                "{\"venue\":\"nowhere\",\"kind\":\"skip\"}",
                "{\"venue\":\"okx\",\"kind\":\"skip\",\"symbol\":\"NO-PE\"}",
                "{\"venue\":\"okx\",\"kind\":\"skip\",\"count\":0}",
                "{\"venue\":\"okx\",\"kind\":\"skip\",\"speed\":1}")) {
            assertThat(Client.exchange("POST", URI.create(simulator.controlBase() + "/faults"), wrong)
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void a_client_that_does_not_read_is_disconnected(@TempDir Path folder) throws Exception {
        try (Simulator fast = Simulator.start(SimulatorSettings.defaults(folder)
                .withTradesPerSecond(50_000)
                .withSlowReaderLimit(Duration.ofSeconds(5))
                .withClock(clock))) {
            try (SilentClient silent = SilentClient.connect(
                    fast.port(),
                    "/binance/stream?streams=btcusdt@trade/ethusdt@trade/bnbusdt@trade/xrpusdt@trade/solusdt@trade")) {
                Awaitility.await().until(() -> fast.connections() == 1);
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                    clock.advance(Duration.ofMillis(500));
                    return fast.connections() == 0;
                });
                assertThat(silent.isConnected()).isTrue();
            }
        }
    }
}
