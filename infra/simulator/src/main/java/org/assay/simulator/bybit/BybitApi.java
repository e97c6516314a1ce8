package org.assay.simulator.bybit;

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

/** Bybit spot: {@code /v5/public/spot} and {@code /v5/market}. */
public final class BybitApi implements VenueApi {

    private static final Budget BUDGET = new Budget(600, Duration.ofSeconds(5));

    private final BybitRest rest;

    /** Serves these markets. */
    public BybitApi(List<Market> markets) {
        this.rest = new BybitRest(markets);
    }

    @Override
    public Venue venue() {
        return Venue.BYBIT;
    }

    @Override
    public boolean isStream(String path) {
        return path.equals("/v5/public/spot");
    }

    @Override
    public StreamProtocol open(StreamContext context, String path, Map<String, List<String>> query) {
        return new BybitStream(context);
    }

    @Override
    public RestAnswer rest(RestCall call) {
        return rest.answer(call);
    }

    @Override
    public RestAnswer badParameter(String reason) {
        return RestAnswer.of(
                200, "{\"retCode\":10001,\"retMsg\":\"params error\",\"result\":{},\"retExtInfo\":{},\"time\":0}");
    }

    @Override
    public RestAnswer tooManyRequests(Duration retryAfter) {
        return RestAnswer.of(
                429,
                "{\"retCode\":10006,\"retMsg\":\"Too many visits. Exceeded the API Rate Limit.\",\"result\":{},"
                        + "\"retExtInfo\":{},\"time\":0}");
    }

    @Override
    public Budget budget() {
        return BUDGET;
    }
}
