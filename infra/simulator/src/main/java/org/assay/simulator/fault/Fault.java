package org.assay.simulator.fault;

import java.util.concurrent.atomic.AtomicInteger;
import org.assay.simulator.universe.Market;
import org.assay.simulator.universe.Venue;

/** A fault in force. Safe for threads. */
public final class Fault {

    private final long id;
    private final FaultOrder order;
    private final long untilUs;
    private final AtomicInteger applied = new AtomicInteger();

    Fault(long id, FaultOrder order, long nowUs) {
        this.id = id;
        this.order = order;
        this.untilUs =
                order.lasts().isZero() ? Long.MAX_VALUE : nowUs + order.lasts().toNanos() / 1_000;
    }

    public long id() {
        return id;
    }

    public FaultOrder order() {
        return order;
    }

    /** How often it has happened. */
    public int applied() {
        return Math.min(applied.get(), order.times());
    }

    /** Whether it can still happen. */
    public boolean active(long nowUs) {
        return nowUs < untilUs && applied.get() < order.times();
    }

    boolean concerns(FaultKind kind, Venue venue) {
        return order.kind() == kind && order.venue() == venue;
    }

    /** Whether it is about this market. */
    public boolean concerns(Market market) {
        return order.venue() == market.venue()
                && (order.symbol() == null || order.symbol().equals(market.symbol()));
    }

    /** Lets it happen once; false when it has happened often enough or its time is over. */
    public boolean take(long nowUs) {
        return nowUs < untilUs && applied.get() < order.times() && applied.getAndIncrement() < order.times();
    }
}
