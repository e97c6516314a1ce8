package org.assay.signals.rating.run;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.assay.signals.rating.RatingException;

/** Measures rating. */
@Singleton
final class RatingMetrics {

    private final MeterRegistry registry;

    RatingMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Work that may fail. */
    @FunctionalInterface
    interface Work {
        boolean run() throws SQLException, RatingException;
    }

    /** Does the work and takes its time. */
    boolean timed(String cadence, Work work) throws SQLException, RatingException {
        Timer.Sample sample = Timer.start(registry);
        try {
            return work.run();
        } finally {
            sample.stop(Timer.builder("assay.rating.run")
                    .description("Looking for work of a cadence and doing it")
                    .tag("cadence", cadence)
                    .register(registry));
        }
    }

    void failed(String code) {
        registry.counter("assay.rating.failures", "code", code).increment();
    }
}
