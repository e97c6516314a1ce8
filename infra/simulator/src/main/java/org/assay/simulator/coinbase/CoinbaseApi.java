package org.assay.simulator.coinbase;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.simulator.universe.Market;
import org.assay.simulator.universe.Venue;
import org.assay.simulator.wire.RestAnswer;
import org.assay.simulator.wire.RestCall;
import org.assay.simulator.wire.StreamContext;
import org.assay.simulator.wire.StreamProtocol;
import org.assay.simulator.wire.VenueApi;

/** Coinbase Exchange: the public feed at {@code /} and {@code /products}. */
public final class CoinbaseApi implements VenueApi {

    private static final Budget BUDGET = new Budget(10, Duration.ofSeconds(1));

    private final CoinbaseRest rest;

    /** Serves these markets. */
    public CoinbaseApi(List<Market> markets) {
        this.rest = new CoinbaseRest(markets);
    }

    @Override
    public Venue venue() {
        return Venue.COINBASE;
    }

    @Override
    public boolean isStream(String path) {
        return path.equals("/");
    }

    @Override
    public StreamProtocol open(StreamContext context, String path, Map<String, List<String>> query) {
        return new CoinbaseStream(context);
    }

    @Override
    public RestAnswer rest(RestCall call) {
        return rest.answer(call);
    }

    @Override
    public RestAnswer badParameter(String reason) {
        return RestAnswer.of(400, "{\"message\":\"invalid parameter\"}");
    }

    @Override
    public RestAnswer tooManyRequests(Duration retryAfter) {
        return RestAnswer.of(429, "{\"message\":\"Public rate limit exceeded\"}");
    }

    @Override
    public Optional<String> symbol(RestCall call) {
        return CoinbaseRest.product(call.path());
    }

    @Override
    public Budget budget() {
        return BUDGET;
    }
}
