package org.assay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shapes are those of Binance's public documentation of the spot API. */
class BinanceFormatsTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T12:00:30Z"));
    private Simulator simulator;
    private URI rest;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        simulator = Simulator.start(
                SimulatorSettings.defaults(folder).withTokens(10).withClock(clock));
        rest = simulator.restBase("binance");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void lists_markets_with_their_assets_and_steps() throws Exception {
        JsonNode info = Client.get(rest, "/api/v3/exchangeInfo");
        JsonNode bitcoin = StreamSupport.stream(info.get("symbols").spliterator(), false)
                .filter(symbol -> symbol.get("symbol").asText().equals("BTCUSDT"))
                .findFirst()
                .orElseThrow();
        assertThat(bitcoin.get("status").asText()).isEqualTo("TRADING");
        assertThat(bitcoin.get("baseAsset").asText()).isEqualTo("BTC");
        assertThat(bitcoin.get("quoteAsset").asText()).isEqualTo("USDT");
        assertThat(bitcoin.get("filters").get(0).get("tickSize").asText()).isEqualTo("0.01000000");
    }

    @Test
    void streams_trades_that_rest_tells_alike() throws Exception {
        try (Client client =
                Client.connect(URI.create(simulator.webSocketBase("binance") + "/stream?streams=btcusdt@trade"))) {
            client.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@bookTicker\",\"nonsense@trade\"],\"id\":7}");
            client.await(
                    1,
                    frame ->
                            frame.path("id").asInt() == 7 && frame.get("result").isNull());
            clock.advance(Duration.ofSeconds(5));
            List<JsonNode> trades =
                    client.await(10, frame -> frame.path("stream").asText().equals("btcusdt@trade"));
            client.await(1, frame -> frame.path("stream").asText().equals("btcusdt@bookTicker"));
            JsonNode first = trades.getFirst().get("data");
            JsonNode history = Client.get(
                    rest,
                    "/api/v3/historicalTrades?symbol=BTCUSDT&limit=5&fromId="
                            + first.get("t").asLong());
            for (int i = 0; i < 5; i++) {
                JsonNode streamed = trades.get(i).get("data");
                JsonNode told = history.get(i);
                assertThat(told.get("id").asLong()).isEqualTo(first.get("t").asLong() + i);
                assertThat(streamed.get("t")).isEqualTo(told.get("id"));
                assertThat(streamed.get("p")).isEqualTo(told.get("price"));
                assertThat(streamed.get("q")).isEqualTo(told.get("qty"));
                assertThat(streamed.get("T")).isEqualTo(told.get("time"));
                assertThat(streamed.get("m")).isEqualTo(told.get("isBuyerMaker"));
            }
        }
    }

    @Test
    void serves_at_most_a_thousand_candles_on_their_grid() throws Exception {
        JsonNode candles = Client.get(rest, "/api/v3/klines?symbol=ETHUSDT&interval=1m&limit=2000");
        assertThat(candles).hasSize(1_000);
        assertThat(candles.get(999).get(0).asLong())
                .isEqualTo(Instant.parse("2026-11-20T12:00:00Z").toEpochMilli());
        assertThat(candles.get(999).get(6).asLong())
                .isEqualTo(candles.get(999).get(0).asLong() + 59_999);
        assertThat(candles.get(0)).hasSize(12);
    }

    @Test
    void refuses_as_the_venue_does() throws Exception {
        HttpResponse<String> unknown =
                Client.exchange("GET", URI.create(rest + "/api/v3/klines?symbol=NOPE&interval=1m"), "");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).isEqualTo("{\"code\":-1121,\"msg\":\"Invalid symbol.\"}");
        HttpResponse<String> interval =
                Client.exchange("GET", URI.create(rest + "/api/v3/klines?symbol=BTCUSDT&interval=7m"), "");
        assertThat(interval.body()).contains("-1120");
    }
}
