package org.assay.events.candle;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The candle intervals, each a half-open stretch of UTC time that divides the day evenly. */
public enum Interval {
    M1("1m", Duration.ofMinutes(1)),
    M5("5m", Duration.ofMinutes(5)),
    M15("15m", Duration.ofMinutes(15)),
    H1("1h", Duration.ofHours(1)),
    H4("4h", Duration.ofHours(4)),
    D1("1d", Duration.ofDays(1));

    private final String code;
    private final Duration duration;
    private final long micros;

    Interval(String code, Duration duration) {
        this.code = code;
        this.duration = duration;
        this.micros = duration.toNanos() / 1_000;
    }

    /** The interval written as {@code code}, for instance {@code 15m}; empty when there is none. */
    public static Optional<Interval> ofCode(String code) {
        return Arrays.stream(values())
                .filter(interval -> interval.code.equals(code))
                .findFirst();
    }

    public String code() {
        return code;
    }

    public Duration duration() {
        return duration;
    }

    /** Length in microseconds. */
    public long micros() {
        return micros;
    }

    /** The open time, in microseconds since the epoch, of the interval that contains {@code timeUs}. */
    public long openOf(long timeUs) {
        return Math.floorDiv(timeUs, micros) * micros;
    }

    /** The open time of the interval that contains {@code time}. */
    public Instant openOf(Instant time) {
        long seconds = duration.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }
}
