package org.assay.ingest.gap;

import org.assay.events.v1.Gap;
import org.assay.ingest.market.VenueMarket;
import org.assay.ingest.venue.VenueTrade;

/** A gap that is not closed yet. Guarded by the worker's lock, except for {@link #settled}. */
public final class OpenGap {

    private final VenueMarket market;
    private final NumberRanges sequences = new NumberRanges();
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

    /**
     * Counts a trade that was missing and has been found. One with a sequence number counts once, however often a filling is
     * tried again.
     *
     * @return whether it had not been found before
     */
    boolean found(VenueTrade trade) {
        long count = trade.executions();
        if (trade.sequence().isPresent()) {
            long last = trade.sequence().getAsLong();
            count = sequences.add(last - trade.executions() + 1, last);
        }
        record = record.toBuilder()
                .setFilledTrades(record.getFilledTrades() + count)
                .build();
        return count > 0;
    }
}
