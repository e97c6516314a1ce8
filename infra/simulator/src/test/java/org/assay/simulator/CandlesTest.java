package org.assay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandlesTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T12:00:30Z"));
    private Simulator simulator;
    private URI binance;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        simulator = Simulator.start(SimulatorSettings.defaults(folder)
                .withTokens(20)
                .withTradesPerSecond(500)
                .withClock(clock));
        binance = simulator.restBase("binance");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private List<JsonNode> trades(String market, Instant from, Instant to) throws Exception {
        List<JsonNode> trades = new ArrayList<>();
        Client.get(simulator.controlBase(), "/trades?market=" + market + "&from=" + from + "&to=" + to)
                .get("trades")
                .forEach(trades::add);
        return trades;
    }

    @Test
    void a_recent_minute_is_what_its_trades_make() throws Exception {
        clock.advance(Duration.ofMinutes(3));
        Instant first = Instant.parse("2026-11-20T11:51:00Z");
        JsonNode candles = Client.get(
                binance, "/api/v3/klines?symbol=ETHUSDT&interval=1m&startTime=" + first.toEpochMilli() + "&limit=12");
        assertThat(candles).hasSize(12);
        for (JsonNode candle : candles) {
            Instant open = Instant.ofEpochMilli(candle.get(0).asLong());
            List<JsonNode> trades = trades("binance:ETHUSDT", open, open.plusSeconds(60));
            assertThat(trades).hasSizeGreaterThan(10);
            BigDecimal high = BigDecimal.ZERO;
            BigDecimal low = new BigDecimal("1e12");
            BigDecimal volume = BigDecimal.ZERO;
            BigDecimal turnover = BigDecimal.ZERO;
            for (JsonNode trade : trades) {
                BigDecimal price = new BigDecimal(trade.get("price").asText());
                BigDecimal amount = new BigDecimal(trade.get("amount").asText());
                high = high.max(price);
                low = low.min(price);
                volume = volume.add(amount);
                turnover = turnover.add(price.multiply(amount));
            }
            assertThat(candle.get(1).asText())
                    .startsWith(trades.getFirst().get("price").asText());
            assertThat(new BigDecimal(candle.get(2).asText())).isEqualByComparingTo(high);
            assertThat(new BigDecimal(candle.get(3).asText())).isEqualByComparingTo(low);
            assertThat(candle.get(4).asText())
                    .startsWith(trades.getLast().get("price").asText());
            assertThat(new BigDecimal(candle.get(5).asText())).isEqualByComparingTo(volume);
            assertThat(new BigDecimal(candle.get(7).asText())).isEqualByComparingTo(turnover);
            assertThat(candle.get(8).asInt()).isEqualTo(trades.size());
        }
    }

    @Test
    void longer_candles_are_the_sum_of_their_minutes_also_across_the_first_trade() throws Exception {
        clock.advance(Duration.ofMinutes(2));
        Instant hour = Instant.parse("2026-11-20T11:00:00Z");
        JsonNode minutes = Client.get(
                binance, "/api/v3/klines?symbol=BTCUSDT&interval=1m&startTime=" + hour.toEpochMilli() + "&limit=60");
        JsonNode hours = Client.get(
                binance, "/api/v3/klines?symbol=BTCUSDT&interval=1h&startTime=" + hour.toEpochMilli() + "&limit=1");
        assertThat(minutes).hasSize(60);
        BigDecimal volume = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        BigDecimal low = new BigDecimal("1e12");
        BigDecimal turnover = BigDecimal.ZERO;
        long trades = 0;
        for (JsonNode minute : minutes) {
            volume = volume.add(new BigDecimal(minute.get(5).asText()));
            high = high.max(new BigDecimal(minute.get(2).asText()));
            low = low.min(new BigDecimal(minute.get(3).asText()));
            turnover = turnover.add(new BigDecimal(minute.get(7).asText()));
            trades += minute.get(8).asLong();
        }
        JsonNode whole = hours.get(0);
        assertThat(whole.get(1)).isEqualTo(minutes.get(0).get(1));
        assertThat(whole.get(4)).isEqualTo(minutes.get(59).get(4));
        assertThat(new BigDecimal(whole.get(2).asText())).isEqualByComparingTo(high);
        assertThat(new BigDecimal(whole.get(3).asText())).isEqualByComparingTo(low);
        assertThat(new BigDecimal(whole.get(5).asText())).isEqualByComparingTo(volume);
        assertThat(new BigDecimal(whole.get(7).asText())).isEqualByComparingTo(turnover);
        assertThat(whole.get(8).asLong()).isEqualTo(trades);
    }

    @Test
    void ninety_days_a_week_of_hours_and_a_day_of_minutes_are_there() throws Exception {
        assertThat(Client.get(binance, "/api/v3/klines?symbol=ETHUSDT&interval=1d&limit=90"))
                .hasSize(90);
        assertThat(Client.get(binance, "/api/v3/klines?symbol=ETHUSDT&interval=1h&limit=168"))
                .hasSize(168);
        long start = Instant.parse("2026-11-19T12:00:00Z").toEpochMilli();
        JsonNode day = Client.get(binance, "/api/v3/klines?symbol=ETHUSDT&interval=1m&limit=1000&startTime=" + start);
        assertThat(day).hasSize(1_000);
        assertThat(day.get(0).get(0).asLong()).isEqualTo(start);
        for (JsonNode candle : day) {
            BigDecimal high = new BigDecimal(candle.get(2).asText());
            BigDecimal low = new BigDecimal(candle.get(3).asText());
            for (int column : new int[] {1, 4}) {
                assertThat(new BigDecimal(candle.get(column).asText())).isBetween(low, high);
            }
        }
    }

    @Test
    void a_closed_minute_does_not_change_any_more() throws Exception {
        String path = "/v5/market/kline?category=spot&symbol=BTCUSDT&interval=1&start="
                + Instant.parse("2026-11-20T11:58:00Z").toEpochMilli() + "&end="
                + Instant.parse("2026-11-20T11:59:59Z").toEpochMilli();
        JsonNode before = Client.get(simulator.restBase("bybit"), path).at("/result/list");
        clock.advance(Duration.ofMinutes(30));
        assertThat(before).hasSize(2);
        assertThat(Client.get(simulator.restBase("bybit"), path).at("/result/list"))
                .isEqualTo(before);
    }

    @Test
    void a_quiet_minute_has_no_trades_and_the_close_before_it(@TempDir Path other) throws Exception {
        // A market with few trades: its quiet minutes lie between busy ones.
        try (Simulator slow = Simulator.start(
                SimulatorSettings.defaults(other).withTradesPerSecond(10).withClock(clock))) {
            JsonNode candles = Client.get(slow.restBase("kraken"), "/0/public/OHLC?pair=ADAEUR&interval=1")
                    .at("/result/ADAEUR");
            int quiet = 0;
            for (int i = 712; i < candles.size(); i++) {
                JsonNode candle = candles.get(i);
                if (candle.get(7).asInt() == 0) {
                    quiet++;
                    assertThat(candle.get(1)).isEqualTo(candle.get(4));
                    assertThat(candle.get(1)).isEqualTo(candles.get(i - 1).get(4));
                    assertThat(new BigDecimal(candle.get(6).asText())).isZero();
                }
            }
            assertThat(quiet).isPositive();
        }
    }
}
