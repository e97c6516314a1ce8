package org.assay.api.problem;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Names requests so that a problem in a caller's hands can be found in the log. Unique over processes and restarts. */
public final class RequestIds {

    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final String PROCESS = Long.toString(new SecureRandom().nextLong() >>> 1, ALPHABET.length());
    private static final AtomicLong NEXT = new AtomicLong();

    private RequestIds() {}

    /** For instance {@code 1y2p0ij32e8e7-42}. */
    public static String next() {
        return PROCESS + "-" + Long.toString(NEXT.getAndIncrement(), ALPHABET.length());
    }
}
