package org.assay.api.limit;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * So many requests in each window. Windows are aligned to UTC: a minute begins at second 0, a day at midnight.
 *
 * @param name as in the headers RateLimit and RateLimit-Policy
 * @param requests above 0
 * @param window whole seconds
 */
record Quota(String name, long requests, Duration window) {

    /** When the window that {@code nowMillis} lies in ends; milliseconds since the epoch. */
    long windowEnd(long nowMillis) {
        long length = window.toMillis();
        return (Math.floorDiv(nowMillis, length) + 1) * length;
    }

    /** The value of the header RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers-10). */
    static String policyHeader(List<Quota> quotas) {
        return quotas.stream()
                .map(quota -> "\"" + quota.name() + "\";q=" + quota.requests() + ";w="
                        + quota.window().toSeconds())
                .collect(Collectors.joining(", "));
    }
}
