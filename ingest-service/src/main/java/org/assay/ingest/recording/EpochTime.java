package org.assay.ingest.recording;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Times as recorders write them: RFC 3339, or a number since the epoch in seconds (with a fraction), milliseconds,
 * microseconds or nanoseconds. The unit of a number follows from its size: the four readings of a number lie a factor of
 * 1,000 apart, and only one of them falls between 2001 and 2286.
 */
final class EpochTime {

    private static final long NANOS = 1_000_000_000L;
    private static final BigDecimal SECONDS_LIMIT = BigDecimal.valueOf(10_000_000_000L);
    private static final BigDecimal SECONDS_FLOOR = BigDecimal.valueOf(1_000_000_000L);

    private EpochTime() {}

    static Optional<Instant> parse(String text) {
        if (text.length() > 40 || text.isEmpty()) {
            return Optional.empty();
        }
        return text.indexOf('T') > 0 || text.indexOf(' ') > 0 ? ofDateTime(text) : ofNumber(text);
    }

    private static Optional<Instant> ofDateTime(String text) {
        try {
            String normal = text.replace(' ', 'T');
            boolean zoned = normal.endsWith("Z") || normal.matches(".*[+-]\\d\\d:\\d\\d");
            return Optional.of(
                    OffsetDateTime.parse(zoned ? normal : normal + "Z").toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> ofNumber(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            int shift = 0;
            while (number.compareTo(SECONDS_LIMIT) >= 0) {
                if (shift == 9) {
                    return Optional.empty();
                }
                number = number.movePointLeft(3);
                shift += 3;
            }
            if (number.compareTo(SECONDS_FLOOR) < 0) {
                return Optional.empty();
            }
            long nanos = number.movePointRight(9).longValue();
            return Optional.of(Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
