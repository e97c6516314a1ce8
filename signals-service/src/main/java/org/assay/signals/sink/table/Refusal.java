package org.assay.signals.sink.table;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.assay.signals.sink.SinkFailure;

/** What a record itself tells about whether it can be stored. */
final class Refusal {

    // Before the first block of bitcoin there was nothing to trade. The upper end keeps a wrong unit from making
    // partitions.
    private static final long FIRST_US = us(2009, 1, 1);
    private static final long LAST_US = us(2100, 1, 1);

    private Refusal() {}

    static Optional<SinkFailure.Rejected> badTime(String field, long us) {
        return Optional.of(new SinkFailure.Rejected("bad_time", field + " is " + us));
    }

    static Optional<SinkFailure.Rejected> missing(String field) {
        return Optional.of(new SinkFailure.Rejected("missing_field", field + " is missing"));
    }

    static Optional<SinkFailure.Rejected> unknownValue(String field, Object value) {
        return Optional.of(new SinkFailure.Rejected("unknown_value", field + " is " + value));
    }

    /** Postgres takes any text but one with U+0000. */
    static Optional<SinkFailure.Rejected> badText(String field) {
        return Optional.of(new SinkFailure.Rejected("bad_text", field + " has a character U+0000"));
    }

    static Optional<SinkFailure.Rejected> ofTimes(long validAtUs, long knownAtUs) {
        if (!isPlausible(validAtUs)) {
            return badTime("valid_at_us", validAtUs);
        }
        return isPlausible(knownAtUs) ? Optional.empty() : badTime("known_at_us", knownAtUs);
    }

    static boolean isPlausible(long us) {
        return us >= FIRST_US && us < LAST_US;
    }

    private static long us(int year, int month, int day) {
        Instant time =
                ZonedDateTime.of(year, month, day, 0, 0, 0, 0, ZoneOffset.UTC).toInstant();
        return time.getEpochSecond() * 1_000_000L;
    }
}
