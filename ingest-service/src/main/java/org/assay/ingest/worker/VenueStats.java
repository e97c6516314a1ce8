package org.assay.ingest.worker;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Counts of one venue's worker since its start. Written under the worker's lock, read from anywhere. */
public final class VenueStats {

    public final AtomicLong frames = new AtomicLong();
    public final AtomicLong trades = new AtomicLong();
    public final AtomicLong duplicates = new AtomicLong();
    public final AtomicLong quotes = new AtomicLong();
    public final AtomicLong deadLetters = new AtomicLong();
    public final AtomicLong ignored = new AtomicLong();
    public final AtomicLong refusals = new AtomicLong();
    public final AtomicLong reconnects = new AtomicLong();
    public final AtomicLong gaps = new AtomicLong();
    public final AtomicLong openGaps = new AtomicLong();
    public final AtomicLong staleStreams = new AtomicLong();
    public final AtomicLong lastMessageAtUs = new AtomicLong();
    private volatile LongConsumer latencyObserver = microseconds -> {};

    /** Asks to be told, for each trade, how long after the venue's time it was received, in microseconds. */
    public void observeLatency(LongConsumer observer) {
        latencyObserver = observer;
    }

    void latency(long microseconds) {
        latencyObserver.accept(microseconds);
    }
}
