package org.assay.ingest.rest;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {

    /** Real time. */
    Pause REAL = Thread::sleep;

    void pause(Duration duration) throws InterruptedException;
}
