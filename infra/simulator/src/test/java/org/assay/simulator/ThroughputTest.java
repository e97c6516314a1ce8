package org.assay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assay.simulator.universe.Market;
import org.assay.simulator.universe.Venue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Not a measurement: it shows that a high rate comes through whole, and logs what it cost. */
class ThroughputTest {

    private static final Logger LOG = LoggerFactory.getLogger(ThroughputTest.class);
    private static final long ENOUGH = 60_000;

    @Test
    void sends_every_trade_of_all_markets_at_20000_a_second(@TempDir Path folder) throws Exception {
        try (Simulator simulator =
                Simulator.start(SimulatorSettings.defaults(folder).withTradesPerSecond(20_000))) {
            CountingClient binance = CountingClient.connect(
                    URI.create(simulator.webSocketBase("binance") + "/stream"), "\"e\":\"trade\"");
            binance.send("{\"method\":\"SUBSCRIBE\",\"id\":1,\"params\":["
                    + quoted(simulator, Venue.BINANCE, "", "@trade").toLowerCase(Locale.ROOT) + "]}");
            CountingClient coinbase =
                    CountingClient.connect(URI.create(simulator.webSocketBase("coinbase") + "/"), "\"type\":\"match\"");
            coinbase.send("{\"type\":\"subscribe\",\"channels\":[\"matches\"],\"product_ids\":["
                    + quoted(simulator, Venue.COINBASE, "", "") + "]}");
            CountingClient kraken =
                    CountingClient.connect(URI.create(simulator.webSocketBase("kraken") + "/v2"), "\"ord_type\"");
            kraken.send("{\"method\":\"subscribe\",\"params\":{\"channel\":\"trade\",\"symbol\":["
                    + quoted(simulator, Venue.KRAKEN, "", "") + "]}}");
            CountingClient bybit =
                    CountingClient.connect(URI.create(simulator.webSocketBase("bybit") + "/v5/public/spot"), "\"BT\":");
            for (Market market : simulator.universe().markets(Venue.BYBIT)) {
                bybit.send("{\"op\":\"subscribe\",\"args\":[\"publicTrade." + market.symbol() + "\"]}");
            }
            CountingClient okx = CountingClient.connect(
                    URI.create(simulator.webSocketBase("okx") + "/ws/v5/business"), "\"tradeId\"");
            okx.send("{\"op\":\"subscribe\",\"args\":["
                    + simulator.universe().markets(Venue.OKX).stream()
                            .map(market -> "{\"channel\":\"trades-all\",\"instId\":\"" + market.symbol() + "\"}")
                            .collect(Collectors.joining(","))
                    + "]}");
            List<CountingClient> clients = List.of(binance, coinbase, kraken, bybit, okx);
            long cpuBefore = cpuNanos("simulator-io");
            long began = System.nanoTime();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() ->
                            clients.stream().mapToLong(CountingClient::count).sum() > ENOUGH);
            double seconds = (System.nanoTime() - began) / 1e9;
            double cpu = (cpuNanos("simulator-io") - cpuBefore) / 1e9;
            long received = clients.stream().mapToLong(CountingClient::count).sum();
            LOG.info("{} trades in {} s took {} s of CPU in the simulator", received, seconds, cpu);
            clients.forEach(CountingClient::close);
            Awaitility.await().until(() -> simulator.connections() == 0);

            JsonNode sent = Client.get(simulator.controlBase(), "/sent");
            assertThat(sent.get("markets").size())
                    .isEqualTo(simulator.universe().markets().size());
            for (JsonNode market : sent.get("markets")) {
                assertThat(market.get("runs")).hasSize(1);
                assertThat(market.get("distinct")).isEqualTo(market.get("count"));
            }
            assertThat(sent.get("total").asLong()).isGreaterThanOrEqualTo(ENOUGH);
        }
    }

    private static String quoted(Simulator simulator, Venue venue, String before, String after) {
        return simulator.universe().markets(venue).stream()
                .map(market -> '"' + before + market.symbol() + after + '"')
                .collect(Collectors.joining(","));
    }

    private static long cpuNanos(String threadName) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null && info.getThreadName().startsWith(threadName)) {
                sum += threads.getThreadCpuTime(info.getThreadId());
            }
        }
        return sum;
    }
}
