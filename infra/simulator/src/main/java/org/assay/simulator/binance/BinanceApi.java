package org.assay.simulator.binance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assay.simulator.universe.Market;
import org.assay.simulator.universe.Venue;
import org.assay.simulator.wire.RestAnswer;
import org.assay.simulator.wire.RestCall;
import org.assay.simulator.wire.StreamContext;
import org.assay.simulator.wire.StreamProtocol;
import org.assay.simulator.wire.VenueApi;

/** Binance spot: {@code /stream}, {@code /ws} and {@code /api/v3}. */
public final class BinanceApi implements VenueApi {

    private static final Budget BUDGET = new Budget(6_000, Duration.ofMinutes(1));

    private final BinanceRest rest;

    /** Serves these markets. */
    public BinanceApi(List<Market> markets) {
        this.rest = new BinanceRest(markets);
    }

    @Override
    public Venue venue() {
        return Venue.BINANCE;
    }

    @Override
    public boolean isStream(String path) {
        return path.equals("/stream") || path.equals("/ws") || path.startsWith("/ws/");
    }

    @Override
    public StreamProtocol open(StreamContext context, String path, Map<String, List<String>> query) {
        boolean combined = path.equals("/stream");
        List<String> first = combined
                ? query.getOrDefault("streams", List.of()).stream()
                        .flatMap(streams -> List.of(streams.split("/", -1)).stream())
                        .toList()
                : path.startsWith("/ws/")
                        ? List.of(path.substring("/ws/".length()).split("/", -1))
                        : List.of();
        return new BinanceStream(context, combined, first);
    }

    @Override
    public RestAnswer rest(RestCall call) {
        return rest.answer(call);
    }

    @Override
    public RestAnswer badParameter(String reason) {
        return RestAnswer.of(400, "{\"code\":-1100,\"msg\":\"Illegal characters found in a parameter.\"}");
    }

    @Override
    public RestAnswer tooManyRequests(Duration retryAfter) {
        return RestAnswer.of(
                429,
                "{\"code\":-1003,\"msg\":\"Too much request weight used; current limit is 6000 request weight per 1 MINUTE."
                        + " Please use WebSocket Streams for live updates to avoid polling the API.\"}");
    }

    @Override
    public int weight(RestCall call) {
        return switch (call.path()) {
            case "/api/v3/exchangeInfo" -> 20;
            case "/api/v3/trades", "/api/v3/historicalTrades" -> 25;
            case "/api/v3/aggTrades" -> 4;
            case "/api/v3/klines", "/api/v3/uiKlines" -> 2;
            default -> 1;
        };
    }

    @Override
    public Budget budget() {
        return BUDGET;
    }
}
