package org.assay.signals.rating.record;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a record is about, and when it is said.
 *
 * @param cadence {@code daily} or {@code hourly}
 * @param validAt end of the day or hour
 * @param knownAt when it is said
 * @param model version of the model
 */
public record Moment(String cadence, Instant validAt, Instant knownAt, String model) {

    public static final String DAILY = "daily";
    public static final String HOURLY = "hourly";

    /** The end of a UTC day. */
    public static Instant endOf(LocalDate day) {
        return Instant.ofEpochSecond(day.plusDays(1).toEpochDay() * 86_400);
    }

    long validAtUs() {
        return micros(validAt);
    }

    long knownAtUs() {
        return micros(knownAt);
    }

    static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
    }
}
