package org.assay.api;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;

/** The clocks. */
@Factory
final class ClockFactory {

    /** Market time: the system's, unless the starter of the service passed another clock. */
    @Singleton
    @Requires(missingBeans = Clock.class)
    Clock clock() {
        return Clock.systemUTC();
    }

    /** For what happens between us and our callers (keys, quotas), which goes on while a replay's clock stands still. */
    @Singleton
    @Named("wall")
    InstantSource wallTime() {
        return InstantSource.system();
    }
}
