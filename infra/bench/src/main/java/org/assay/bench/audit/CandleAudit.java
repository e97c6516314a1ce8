package org.assay.bench.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.bench.client.AssayApi;
import org.assay.bench.client.SimulatorControl;
import org.assay.bench.client.SimulatorControl.SimulatedMarket;
import org.assay.bench.client.SimulatorControl.SimulatedTrade;
import org.jspecify.annotations.Nullable;

/**
 * Holds every one-minute candle that the API serves against the trades that happened on the simulated market: open, high,
 * low, close, volume and, where the candle tells it, the number of trades must be equal to the last digit.
 */
public final class CandleAudit {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AssayApi api;
    private final SimulatorControl simulator;

    public CandleAudit(AssayApi api, SimulatorControl simulator) {
        this.api = api;
        this.simulator = simulator;
    }

    /**
     * Compares all minutes of {@code [from, to)}.
     *
     * @param from start of the first minute
     * @param to end of the last minute; it must be long enough over for its candle to be closed
     */
    public AuditResult audit(List<SimulatedMarket> markets, Instant from, Instant to)
            throws IOException, InterruptedException {
        AuditResult result = new AuditResult();
        for (SimulatedMarket market : markets) {
            Map<Instant, Expected> expected = expected(simulator.trades(market.id(), from, to));
            Map<Instant, JsonNode> served = new HashMap<>();
            for (JsonNode candle : api.minuteCandles(market.id(), from, to)) {
                served.put(Instant.parse(candle.get("open_time").asText()), candle);
            }
            for (Instant minute = from; minute.isBefore(to); minute = minute.plus(MINUTE)) {
                compare(market, minute, expected.get(minute), served.get(minute), result);
            }
        }
        return result;
    }

    private static void compare(
            SimulatedMarket market,
            Instant minute,
            @Nullable Expected expected,
            @Nullable JsonNode candle,
            AuditResult result) {
        if (expected == null) {
            boolean invented =
                    candle != null && new BigDecimal(candle.get("volume").asText()).signum() != 0;
            result.add(market.id(), minute, 0, invented ? "volume without a trade: " + candle : "");
            return;
        }
        result.add(market.id(), minute, expected.trades, candle == null ? "no candle" : expected.difference(candle));
    }

    private static Map<Instant, Expected> expected(List<SimulatedTrade> trades) {
        Map<Instant, Expected> minutes = new TreeMap<>();
        for (SimulatedTrade trade : trades) {
            Instant minute = Instant.ofEpochSecond(Math.floorDiv(trade.timeUs(), 60_000_000L) * 60);
            minutes.computeIfAbsent(minute, ignored -> new Expected(trade.price()))
                    .add(trade);
        }
        return minutes;
    }

    private static final class Expected {
        private final BigDecimal open;
        private BigDecimal high;
        private BigDecimal low;
        private BigDecimal close;
        private BigDecimal volume = BigDecimal.ZERO;
        private long trades;

        Expected(BigDecimal open) {
            this.open = open;
            this.high = open;
            this.low = open;
            this.close = open;
        }

        void add(SimulatedTrade trade) {
            high = high.max(trade.price());
            low = low.min(trade.price());
            close = trade.price();
            volume = volume.add(trade.amount());
            trades++;
        }

        /** What differs; empty when nothing does. */
        String difference(JsonNode candle) {
            StringBuilder differences = new StringBuilder();
            differ(differences, "open", open, candle);
            differ(differences, "high", high, candle);
            differ(differences, "low", low, candle);
            differ(differences, "close", close, candle);
            differ(differences, "volume", volume, candle);
            JsonNode count = candle.get("trades");
            if (!count.isNull() && count.asLong() != trades) {
                differences
                        .append(" trades ")
                        .append(count.asLong())
                        .append(" instead of ")
                        .append(trades);
            }
            return differences.toString();
        }

        private static void differ(StringBuilder differences, String field, BigDecimal expected, JsonNode candle) {
            JsonNode value = candle.get(field);
            if (value.isNull() || new BigDecimal(value.asText()).compareTo(expected) != 0) {
                differences
                        .append(' ')
                        .append(field)
                        .append(' ')
                        .append(value.asText())
                        .append(" instead of ")
                        .append(expected.toPlainString());
            }
        }
    }
}
