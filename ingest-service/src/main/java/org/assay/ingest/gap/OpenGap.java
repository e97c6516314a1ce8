package org.assay.ingest.gap;

import org.assay.events.v1.Gap;
import org.assay.ingest.market.VenueMarket;

/** A gap that is not closed yet. Guarded by the worker's lock, except for {@link #settled}. */
public final class OpenGap {

    private final VenueMarket market;
    Gap record;
    /** Whether the record has been published. A jump is held back for a moment: the missing trade may only be late. */
    boolean announced;

    long dueUs = Long.MAX_VALUE;
    int attempts;
    boolean running;
    boolean closed;
    /** Changes when the gap grows while it is being filled, so that the filling does not close it. */
    int generation;
    /** Set on Kafka's thread when the closing record is safe. */
    volatile boolean settled;

    OpenGap(VenueMarket market, Gap record, boolean announced) {
        this.market = market;
        this.record = record;
        this.announced = announced;
    }

    public VenueMarket market() {
        return market;
    }

    /** The gap as it is known now. */
    public Gap record() {
        return record;
    }

    /** How often its filling was tried before. */
    public int attempts() {
        return attempts;
    }

    /** See {@link GapDetector#isCurrent}. */
    public int generation() {
        return generation;
    }

    /** Counts trades that were missing and have been found. */
    void filled(long trades) {
        record = record.toBuilder()
                .setFilledTrades(record.getFilledTrades() + trades)
                .build();
    }
}
