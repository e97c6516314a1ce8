package org.assay.simulator.wire;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.simulator.universe.Venue;

/** A venue's public API. Safe for threads. */
public interface VenueApi {

    Venue venue();

    /** Whether a path below the venue's base is a WebSocket of the venue. */
    boolean isStream(String path);

    /** The venue's side of a new connection. */
    StreamProtocol open(StreamContext context, String path, Map<String, List<String>> query);

    /**
     * Answers a request.
     *
     * @throws NumberFormatException when a parameter that must be a number is none
     */
    RestAnswer rest(RestCall call);

    /** What the venue answers to a parameter that it cannot read. */
    RestAnswer badParameter(String reason);

    /** What the venue answers to a client that asks too often. */
    RestAnswer tooManyRequests(Duration retryAfter);

    /** The market that a request is about, as the stream calls it; empty where it is about none. */
    default Optional<String> symbol(RestCall call) {
        return call.text("symbol");
    }

    /** What a request takes from the budget. */
    default int weight(RestCall call) {
        return 1;
    }

    /** The venue's real budget in a window. */
    Budget budget();

    /**
     * A budget of requests.
     *
     * @param weight how much
     * @param window in how long
     */
    record Budget(int weight, Duration window) {}
}
