package org.assay.ingest.stream;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next attempt: doubling up to a cap, with full jitter. Not thread safe. */
final class Backoff {

    private final Duration first;
    private final Duration cap;
    private final RandomGenerator random;
    private int attempts;

    Backoff(Duration first, Duration cap, RandomGenerator random) {
        this.first = first;
        this.cap = cap;
        this.random = random;
    }

    /** The next wait: between zero and the current ceiling. */
    Duration next() {
        long ceiling = Math.min(cap.toMillis(), first.toMillis() << Math.min(attempts, 20));
        attempts++;
        return Duration.ofMillis(random.nextLong(ceiling + 1));
    }

    void reset() {
        attempts = 0;
    }
}
