package org.assay.simulator.fault;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.assay.simulator.universe.Market;
import org.assay.simulator.universe.Venue;

/** The faults in force. Safe for threads, and next to free while there are none. */
public final class FaultBook {

    private final CopyOnWriteArrayList<Fault> faults = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();

    /** Puts a fault in force. */
    public Fault add(FaultOrder order, long nowUs) {
        Fault fault = new Fault(ids.incrementAndGet(), order, nowUs);
        faults.add(fault);
        return fault;
    }

    /** All faults ordered and not removed, also those that are over. */
    public List<Fault> all() {
        return List.copyOf(faults);
    }

    /** Ends a fault; false when there is none with this id. */
    public boolean remove(long id) {
        return faults.removeIf(fault -> fault.id() == id);
    }

    /** Ends all faults. */
    public void clear() {
        faults.clear();
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** An active fault of a kind that is about a whole venue. */
    public Optional<Fault> ofVenue(FaultKind kind, Venue venue, long nowUs) {
        return faults.stream()
                .filter(fault -> fault.concerns(kind, venue) && fault.active(nowUs))
                .filter(fault -> fault.order().symbol() == null)
                .findFirst();
    }

    /** Lets a fault of a kind happen once to a market, if one is active. */
    public boolean take(FaultKind kind, Market market, long nowUs) {
        for (Fault fault : faults) {
            if (fault.concerns(kind, market.venue()) && fault.concerns(market) && fault.take(nowUs)) {
                return true;
            }
        }
        return false;
    }

    /** Lets a fault of a kind happen once to a REST request for a symbol, if one is active. */
    public Optional<Fault> takeRest(FaultKind kind, Venue venue, Optional<String> symbol, long nowUs) {
        for (Fault fault : faults) {
            String wanted = fault.order().symbol();
            boolean matches = wanted == null || symbol.map(wanted::equals).orElse(false);
            if (fault.concerns(kind, venue) && matches && fault.take(nowUs)) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** Whether an active fault of a kind is about a market, without letting it happen. */
    public boolean holds(FaultKind kind, Market market, long nowUs) {
        for (Fault fault : faults) {
            if (fault.concerns(kind, market.venue()) && fault.concerns(market) && fault.active(nowUs)) {
                return true;
            }
        }
        return false;
    }
}
