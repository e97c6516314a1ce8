package org.assay.signals.rating.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How rating is doing.
 *
 * @param state {@code starting}, {@code standby} (another instance works), {@code waiting} (for candles or for the sinks),
 *     {@code up_to_date} or {@code failed}
 * @param code why it failed; null when it did not
 * @param detail for people
 * @param model version in force; null while none is loaded
 * @param ratedDay end of the last day rated; null before the first
 * @param ratedHour end of the last hour rated; null before the first
 * @param checkedAt when it was last looked for work; null before the first time
 */
record RatingStatus(
        String state,
        @Nullable String code,
        String detail,
        @Nullable String model,
        @Nullable Instant ratedDay,
        @Nullable Instant ratedHour,
        @Nullable Instant checkedAt) {

    static RatingStatus starting() {
        return new RatingStatus("starting", null, "", null, null, null, null);
    }
}
