package org.assay.simulator.wire;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assay.simulator.universe.Venue;

/** Counts REST requests against each venue's budget, in fixed windows. Safe for threads. */
final class RateLimiter {

    private final int generosity;
    private final Map<Venue, Window> windows = new EnumMap<>(Venue.class);

    /** Allows {@code generosity} times the venues' real budgets. */
    RateLimiter(int generosity) {
        this.generosity = generosity;
        for (Venue venue : Venue.values()) {
            windows.put(venue, new Window());
        }
    }

    private static final class Window {
        private long startUs = Long.MIN_VALUE;
        private long used;
    }

    /**
     * Takes from the budget.
     *
     * @return how long to wait where the budget is used up; empty where the request may pass
     */
    Optional<Duration> take(VenueApi api, int weight, long nowUs) {
        VenueApi.Budget budget = api.budget();
        long lengthUs = budget.window().toNanos() / 1_000;
        Window window = window(api.venue());
        synchronized (window) {
            long start = Math.floorDiv(nowUs, lengthUs) * lengthUs;
            if (window.startUs != start) {
                window.startUs = start;
                window.used = 0;
            }
            if (window.used + weight > (long) budget.weight() * generosity) {
                return Optional.of(Duration.ofNanos((start + lengthUs - nowUs) * 1_000));
            }
            window.used += weight;
            return Optional.empty();
        }
    }

    /** What was used in the window of this moment. */
    long used(Venue venue) {
        Window window = window(venue);
        synchronized (window) {
            return window.used;
        }
    }

    private Window window(Venue venue) {
        return Objects.requireNonNull(windows.get(venue));
    }
}
