package org.assay.api.bitemporal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How often ratings are made. */
public enum Cadence {
    /** After the close of each UTC day. */
    DAILY(Duration.ofDays(1), Duration.ofHours(1)),
    /** After the close of each hour. */
    HOURLY(Duration.ofHours(1), Duration.ofMinutes(15));

    private final Duration staleAfter;

    Cadence(Duration period, Duration grace) {
        this.staleAfter = period.plus(grace);
    }

    /** As in parameters and answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The age from which a later one should have been there. */
    public Duration staleAfter() {
        return staleAfter;
    }

    /** All cadences by {@link #code}. */
    public static Map<String, Cadence> byCode() {
        Map<String, Cadence> codes = new LinkedHashMap<>();
        for (Cadence cadence : values()) {
            codes.put(cadence.code(), cadence);
        }
        return codes;
    }
}
