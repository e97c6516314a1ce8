package org.assay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    private static final Instant START = Instant.parse("2026-11-20T12:00:30Z");

    private final SettableClock clock = new SettableClock(START);

    private Simulator start(Path folder, double rate) throws IOException {
        return Simulator.start(SimulatorSettings.defaults(folder)
                .withTokens(10)
                .withTradesPerSecond(rate)
                .withClock(clock));
    }

    private static JsonNode trades(Simulator simulator, Instant from, Instant to) throws Exception {
        return Client.get(simulator.controlBase(), "/trades?market=coinbase:BTC-USD&from=" + from + "&to=" + to)
                .get("trades");
    }

    @Test
    void a_restart_continues_the_ids_and_keeps_the_past(@TempDir Path folder) throws Exception {
        JsonNode before;
        try (Simulator first = start(folder, 200)) {
            clock.advance(Duration.ofSeconds(20));
            before = trades(first, START.minusSeconds(60), START.plusSeconds(20));
        }
        clock.advance(Duration.ofMinutes(5));
        try (Simulator second = start(folder, 200)) {
            assertThat(trades(second, START.minusSeconds(60), START.plusSeconds(20)))
                    .isEqualTo(before);
            JsonNode meanwhile = trades(second, START.plusSeconds(20), START.plusSeconds(300));
            assertThat(meanwhile.get(0).get("id").asLong())
                    .isEqualTo(before.get(before.size() - 1).get("id").asLong() + 1);
            assertThat(meanwhile.size()).isGreaterThan(1_000);
        }
    }

    @Test
    void a_changed_rate_survives_a_restart_and_another_one_at_the_start_changes_nothing_before(@TempDir Path folder)
            throws Exception {
        JsonNode before;
        try (Simulator first = start(folder, 200)) {
            URI rate = URI.create(first.controlBase() + "/rate");
            assertThat(Client.exchange("PUT", rate, "{\"trades_per_second\":2000}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(Client.exchange("PUT", rate, "{\"trades_per_second\":5}").statusCode())
                    .isEqualTo(400);
            clock.advance(Duration.ofSeconds(30));
            assertThat(Client.get(first.controlBase(), "/rate")
                            .get("trades_per_second")
                            .asDouble())
                    .isEqualTo(2_000);
            before = trades(first, START.minusSeconds(30), START.plusSeconds(30));
            int slow = trades(first, START.minusSeconds(20), START).size();
            int fast =
                    trades(first, START.plusSeconds(1), START.plusSeconds(21)).size();
            assertThat(fast).isBetween(8 * slow, 12 * slow);
        }
        try (Simulator second = start(folder, 50)) {
            assertThat(trades(second, START.minusSeconds(30), START.plusSeconds(30)))
                    .isEqualTo(before);
            assertThat(Client.get(second.controlBase(), "/rate")
                            .get("trades_per_second")
                            .asDouble())
                    .isEqualTo(50);
        }
    }

    @Test
    void another_folder_with_the_same_seed_and_start_is_the_same_market(@TempDir Path one, @TempDir Path other)
            throws Exception {
        clock.advance(Duration.ofSeconds(7));
        try (Simulator first = start(one, 200);
                Simulator second = start(other, 200)) {
            for (String path : new String[] {
                "/0/public/Trades?pair=XBTUSD", "/0/public/OHLC?pair=ETHUSD&interval=60", "/0/public/AssetPairs"
            }) {
                assertThat(Client.exchange("GET", URI.create(first.restBase("kraken") + path), "")
                                .body())
                        .isEqualTo(Client.exchange("GET", URI.create(second.restBase("kraken") + path), "")
                                .body());
            }
        }
    }
}
