package org.assay.simulator.kraken;

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

/** Kraken spot: WebSocket {@code /v2} and {@code /0/public}. */
public final class KrakenApi implements VenueApi {

    private static final Budget BUDGET = new Budget(15, Duration.ofSeconds(15));

    private final KrakenRest rest;

    /** Serves these markets. */
    public KrakenApi(List<Market> markets) {
        this.rest = new KrakenRest(markets);
    }

    @Override
    public Venue venue() {
        return Venue.KRAKEN;
    }

    @Override
    public boolean isStream(String path) {
        return path.equals("/v2");
    }

    @Override
    public StreamProtocol open(StreamContext context, String path, Map<String, List<String>> query) {
        return new KrakenStream(context);
    }

    @Override
    public RestAnswer rest(RestCall call) {
        return rest.answer(call);
    }

    @Override
    public RestAnswer badParameter(String reason) {
        return KrakenRest.failure("EGeneral:Invalid arguments");
    }

    @Override
    public RestAnswer tooManyRequests(Duration retryAfter) {
        return KrakenRest.failure("EGeneral:Too many requests").status(429);
    }

    @Override
    public Optional<String> symbol(RestCall call) {
        return call.text("pair").flatMap(rest::find).map(Market::symbol);
    }

    @Override
    public Budget budget() {
        return BUDGET;
    }
}
