package org.assay.api.market;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the records carry them. */
final class Micros {

    private Micros() {}

    static Instant toInstant(long microsSinceEpoch) {
        return Instant.EPOCH.plus(microsSinceEpoch, ChronoUnit.MICROS);
    }
}
