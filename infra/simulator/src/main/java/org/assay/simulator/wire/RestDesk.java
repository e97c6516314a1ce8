package org.assay.simulator.wire;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.assay.simulator.fault.Fault;
import org.assay.simulator.fault.FaultBook;
import org.assay.simulator.fault.FaultKind;

/** Answers REST requests of the venues, with their limits and the faults in force. Safe for threads. */
final class RestDesk {

    private final MarketClock clock;
    private final FaultBook faults;
    private final RateLimiter limiter;
    private final ThreadLocal<MarketReader> readers;

    RestDesk(MarketClock clock, FaultBook faults, RateLimiter limiter, Supplier<MarketReader> readers) {
        this.clock = clock;
        this.faults = faults;
        this.limiter = limiter;
        this.readers = ThreadLocal.withInitial(readers);
    }

    /** This thread's reader. */
    MarketReader reader() {
        return readers.get();
    }

    /** An answer and how late to send it. */
    record Timed(RestAnswer answer, Duration delay) {}

    Timed answer(VenueApi api, String path, Map<String, List<String>> query) {
        long nowUs = clock.nowUs();
        RestCall call = new RestCall(path, query, nowUs, reader());
        Optional<String> symbol = api.symbol(call);
        Duration delay = faults.takeRest(FaultKind.SLOW_REST, api.venue(), symbol, nowUs)
                .map(fault -> fault.order().delay())
                .orElse(Duration.ZERO);
        Optional<Fault> limited = faults.takeRest(FaultKind.RATE_LIMIT, api.venue(), symbol, nowUs);
        if (limited.isPresent()) {
            return new Timed(tooMany(api, limited.get().order().retryAfter()), delay);
        }
        Optional<Duration> wait = limiter.take(api, api.weight(call), nowUs);
        if (wait.isPresent()) {
            return new Timed(tooMany(api, wait.get()), delay);
        }
        try {
            return new Timed(api.rest(call), delay);
        } catch (NumberFormatException e) {
            return new Timed(api.badParameter(String.valueOf(e.getMessage())), delay);
        }
    }

    private static RestAnswer tooMany(VenueApi api, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return api.tooManyRequests(Duration.ofSeconds(seconds)).with("Retry-After", Long.toString(seconds));
    }
}
