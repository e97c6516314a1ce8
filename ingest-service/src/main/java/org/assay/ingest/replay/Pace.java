package org.assay.ingest.replay;

import java.util.concurrent.TimeUnit;

/** Holds a replay to the recording's own speed, where that is wanted. */
final class Pace {

    private final ReplaySpeed speed;
    private long recordedUs = Long.MIN_VALUE;
    private long startedNanos;

    Pace(ReplaySpeed speed) {
        this.speed = speed;
    }

    /** Counts from this point of the recording on: what lies before it is not waited for. */
    void restart(long timeUs) {
        recordedUs = timeUs;
        startedNanos = System.nanoTime();
    }

    void waitUntil(long timeUs) throws InterruptedException {
        if (speed == ReplaySpeed.MAX || recordedUs == Long.MIN_VALUE) {
            return;
        }
        long dueNanos = startedNanos + (timeUs - recordedUs) * 1_000;
        long wait = dueNanos - System.nanoTime();
        if (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
    }
}
