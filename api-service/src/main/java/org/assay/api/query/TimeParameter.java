package org.assay.api.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.assay.api.problem.FailureException;

/** Points in time as callers write them: RFC 3339, or whole seconds since the epoch. */
final class TimeParameter {

    private static final Instant MAX = Instant.parse("9999-12-31T23:59:59Z");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,19}");
    private static final Pattern RFC_3339 = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");
    private static final Pattern LOST_PLUS = Pattern.compile("[^ ]*[Tt][^ ]* [0-9]{2}:[0-9]{2}");

    private TimeParameter() {}

    /**
     * Reads {@code text}, to the microsecond.
     *
     * @throws FailureException naming the parameter when it is neither, or lies outside 1970 to 9999
     */
    static Instant parse(String parameter, String text) {
        Instant time = SECONDS.matcher(text).matches() ? seconds(parameter, text) : rfc3339(parameter, text);
        if (time.isBefore(Instant.EPOCH) || time.isAfter(MAX)) {
            throw FailureException.invalidParameter(parameter, "lies outside the years 1970 to 9999");
        }
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant seconds(String parameter, String text) {
        if (text.length() > 12) {
            throw FailureException.invalidParameter(
                    parameter, "is too large for seconds since the epoch; milliseconds are not read here");
        }
        return Instant.ofEpochSecond(Long.parseLong(text));
    }

    private static Instant rfc3339(String parameter, String text) {
        if (LOST_PLUS.matcher(text).matches()) {
            throw FailureException.invalidParameter(
                    parameter, "has a space where an offset should begin: write + as %2B, or use Z");
        }
        if (!RFC_3339.matcher(text).matches()) {
            throw unreadable(parameter);
        }
        try {
            return OffsetDateTime.parse(text.replace(' ', 'T').toUpperCase(java.util.Locale.ROOT))
                    .toInstant();
        } catch (DateTimeException noSuchDate) {
            throw unreadable(parameter);
        }
    }

    private static FailureException unreadable(String parameter) {
        return FailureException.invalidParameter(
                parameter, "is neither RFC 3339 (2026-01-31T00:00:00Z) nor whole seconds since the epoch");
    }
}
