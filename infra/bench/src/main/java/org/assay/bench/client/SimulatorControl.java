package org.assay.bench.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The simulator's control API: what really happened on the simulated market. */
public final class SimulatorControl {

    private final JsonHttp http;

    public SimulatorControl(URI base) {
        this.http = new JsonHttp(base);
    }

    /** All markets of the simulation. */
    public List<SimulatedMarket> markets() throws IOException, InterruptedException {
        List<SimulatedMarket> markets = new ArrayList<>();
        for (JsonNode market : http.get("/control/markets").get("markets")) {
            markets.add(new SimulatedMarket(
                    market.get("market").asText(),
                    market.get("base").asText(),
                    market.get("trades_per_second").asDouble()));
        }
        return markets;
    }

    /** Trades written to sockets since the simulator started. */
    public long sent() throws IOException, InterruptedException {
        return http.get("/control/sent?market=none").get("total").asLong();
    }

    /** Trades a second over all markets. */
    public double rate() throws IOException, InterruptedException {
        return http.get("/control/rate").get("trades_per_second").asDouble();
    }

    /** Sets the trades a second over all markets. */
    public void setRate(double tradesPerSecond) throws IOException, InterruptedException {
        http.put("/control/rate", Map.of("trades_per_second", tradesPerSecond));
    }

    /** Every trade of a market in {@code [from, to)}, oldest first. */
    public List<SimulatedTrade> trades(String market, Instant from, Instant to)
            throws IOException, InterruptedException {
        String query = "/control/trades?market=" + URLEncoder.encode(market, StandardCharsets.UTF_8) + "&from=" + from
                + "&to=" + to;
        List<SimulatedTrade> trades = new ArrayList<>();
        for (JsonNode trade : http.get(query).get("trades")) {
            trades.add(new SimulatedTrade(
                    trade.get("time_us").asLong(),
                    new BigDecimal(trade.get("price").asText()),
                    new BigDecimal(trade.get("amount").asText())));
        }
        return trades;
    }

    /**
     * A market of the simulation.
     *
     * @param id for instance {@code binance:ETHUSDT}
     * @param token id of the base token
     */
    public record SimulatedMarket(String id, String token, double tradesPerSecond) {}

    /**
     * A trade that happened on the simulated market.
     *
     * @param timeUs microseconds since the epoch
     */
    public record SimulatedTrade(long timeUs, BigDecimal price, BigDecimal amount) {}
}
