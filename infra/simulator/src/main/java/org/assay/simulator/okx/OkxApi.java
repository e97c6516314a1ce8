package org.assay.simulator.okx;

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

/** OKX v5: {@code /ws/v5/public}, {@code /ws/v5/business}, {@code /api/v5}. */
public final class OkxApi implements VenueApi {

    private static final Budget BUDGET = new Budget(40, Duration.ofSeconds(2));
    private static final String BUSINESS = "/ws/v5/business";

    private final OkxRest rest;

    /** Serves these markets. */
    public OkxApi(List<Market> markets) {
        this.rest = new OkxRest(markets);
    }

    @Override
    public Venue venue() {
        return Venue.OKX;
    }

    @Override
    public boolean isStream(String path) {
        return path.equals("/ws/v5/public") || path.equals(BUSINESS);
    }

    @Override
    public StreamProtocol open(StreamContext context, String path, Map<String, List<String>> query) {
        return new OkxStream(context, path.equals(BUSINESS));
    }

    @Override
    public RestAnswer rest(RestCall call) {
        return rest.answer(call);
    }

    @Override
    public RestAnswer badParameter(String reason) {
        return OkxRest.failure(400, "51000", "Parameter error");
    }

    @Override
    public RestAnswer tooManyRequests(Duration retryAfter) {
        return OkxRest.failure(429, "50011", "Too Many Requests");
    }

    @Override
    public Optional<String> symbol(RestCall call) {
        return call.text("instId");
    }

    @Override
    public Budget budget() {
        return BUDGET;
    }
}
