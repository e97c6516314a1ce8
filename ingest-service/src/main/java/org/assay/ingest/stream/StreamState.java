package org.assay.ingest.stream;

import org.assay.ingest.venue.StreamKey;

/** One stream on one connection. Guarded by the worker's lock. */
final class StreamState {

    private static final double SMOOTHING = 0.02;
    private static final int MEAN_INTERVALS = 20;
    private static final int MOST_PATIENCE = 32;

    private final StreamKey key;
    private Phase phase = Phase.PENDING;
    private long sinceUs;
    private long lastHeardUs;
    private double meanIntervalUs;
    private int patience = 1;

    /** Where a subscription stands. */
    enum Phase {
        PENDING,
        CONFIRMED,
        STALE,
        REFUSED
    }

    StreamState(StreamKey key, long nowUs) {
        this.key = key;
        this.sinceUs = nowUs;
        this.lastHeardUs = nowUs;
    }

    StreamKey key() {
        return key;
    }

    Phase phase() {
        return phase;
    }

    void enter(Phase next, long nowUs) {
        phase = next;
        sinceUs = nowUs;
        if (next == Phase.CONFIRMED) {
            lastHeardUs = nowUs;
        } else if (next == Phase.STALE) {
            // A quiet market looks the same as a dead stream; ask less often while it stays quiet.
            patience = Math.min(MOST_PATIENCE, patience * 2);
        }
    }

    /** How long it has been in its phase, in microseconds. */
    long ageUs(long nowUs) {
        return nowUs - sinceUs;
    }

    /** Asked again: the age counts from now. */
    void askedAgain(long nowUs) {
        sinceUs = nowUs;
    }

    void heard(long nowUs) {
        long interval = nowUs - lastHeardUs;
        meanIntervalUs = meanIntervalUs == 0 ? interval : meanIntervalUs + SMOOTHING * (interval - meanIntervalUs);
        lastHeardUs = nowUs;
        patience = 1;
    }

    long lastHeardUs() {
        return lastHeardUs;
    }

    /** Whether it has been silent for much longer than it usually is. */
    boolean isSilent(long nowUs, long leastUs, long mostUs) {
        long usual = meanIntervalUs == 0 ? mostUs : (long) Math.min((double) mostUs, MEAN_INTERVALS * meanIntervalUs);
        return nowUs - lastHeardUs > Math.max(leastUs, usual) * patience;
    }
}
