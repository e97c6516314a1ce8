package org.assay.ingest.gap;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/** The ids of the last trades of a market, to drop what is sent twice. */
final class RecentTrades {

    private static final int CAPACITY = 2_048;

    private final Set<String> ids = new HashSet<>();
    private final ArrayDeque<String> order = new ArrayDeque<>();

    /** Whether the id was not there yet. */
    boolean add(String id) {
        if (!ids.add(id)) {
            return false;
        }
        order.addLast(id);
        if (order.size() > CAPACITY) {
            ids.remove(order.removeFirst());
        }
        return true;
    }
}
