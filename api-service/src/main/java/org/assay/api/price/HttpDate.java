package org.assay.api.price;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The value of the header Date, formatted once a second. */
final class HttpDate {

    private final InstantSource time;
    private volatile Formatted last = new Formatted(Long.MIN_VALUE, "");

    HttpDate(InstantSource time) {
        this.time = time;
    }

    String now() {
        long second = time.millis() / 1000;
        Formatted present = last;
        if (present.second() != second) {
            present = new Formatted(
                    second,
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC)));
            last = present;
        }
        return present.text();
    }

    private record Formatted(long second, String text) {}
}
