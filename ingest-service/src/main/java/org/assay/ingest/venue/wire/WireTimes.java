package org.assay.ingest.venue.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.MalformedPayloadException.Code;

/** Microseconds since the epoch from the forms in which venues write times. */
public final class WireTimes {

    /** No venue traded before 2009-01-01. */
    private static final long EARLIEST_US = 1_230_768_000_000_000L;

    /** 2100-01-01. */
    private static final long LATEST_US = 4_102_444_800_000_000L;

    /** As milliseconds this lies in the year 5138, as microseconds in 1973: times of trades are far from both. */
    private static final long MILLIS_END = 100_000_000_000_000L;

    private WireTimes() {}

    /**
     * Milliseconds or microseconds, told apart by size.
     *
     * @throws MalformedPayloadException {@link Code#BAD_TIME}
     */
    public static long ofEpoch(String text, String field) throws MalformedPayloadException {
        if (!WireNumbers.isDigits(text)) {
            throw bad(field, text);
        }
        BigDecimal number = new BigDecimal(text);
        if (number.precision() > 18) {
            throw bad(field, text);
        }
        long time = number.longValueExact();
        return checked(time < MILLIS_END ? time * 1_000 : time, text, field);
    }

    /**
     * Seconds, with or without a fraction; what is finer than a microsecond is cut off.
     *
     * @throws MalformedPayloadException {@link Code#BAD_TIME}
     */
    public static long ofSeconds(String text, String field) throws MalformedPayloadException {
        BigDecimal seconds;
        try {
            seconds = WireNumbers.decimal(text, field);
        } catch (MalformedPayloadException e) {
            throw new MalformedPayloadException(Code.BAD_TIME, field + " is \"" + text + "\"", e);
        }
        if (seconds.signum() < 0 || (long) seconds.precision() - seconds.scale() > 12) {
            throw bad(field, text);
        }
        return checked(seconds.movePointRight(6).setScale(0, RoundingMode.DOWN).longValueExact(), text, field);
    }

    /**
     * RFC 3339 with up to nine decimals; what is finer than a microsecond is cut off.
     *
     * @throws MalformedPayloadException {@link Code#BAD_TIME}
     */
    public static long ofRfc3339(String text, String field) throws MalformedPayloadException {
        try {
            Instant time = Instant.parse(text);
            if (time.getEpochSecond() < EARLIEST_US / 1_000_000 || time.getEpochSecond() >= LATEST_US / 1_000_000) {
                throw bad(field, text);
            }
            return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
        } catch (DateTimeException e) {
            throw new MalformedPayloadException(Code.BAD_TIME, field + " is \"" + text + "\"", e);
        }
    }

    private static long checked(long timeUs, String text, String field) throws MalformedPayloadException {
        if (timeUs < EARLIEST_US || timeUs >= LATEST_US) {
            throw bad(field, text);
        }
        return timeUs;
    }

    private static MalformedPayloadException bad(String field, String text) {
        return new MalformedPayloadException(Code.BAD_TIME, field + " is \"" + text + "\"");
    }
}
