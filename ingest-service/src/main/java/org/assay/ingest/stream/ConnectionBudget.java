package org.assay.ingest.stream;

import java.util.ArrayDeque;

/** How many WebSockets a venue lets one client open in a minute. Not thread safe. */
final class ConnectionBudget {

    private static final long MINUTE_US = 60_000_000;

    private final int perMinute;
    private final ArrayDeque<Long> opened = new ArrayDeque<>();

    ConnectionBudget(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Takes one, if there is one left. */
    boolean tryTake(long nowUs) {
        while (!opened.isEmpty() && opened.getFirst() <= nowUs - MINUTE_US) {
            opened.removeFirst();
        }
        if (opened.size() >= perMinute) {
            return false;
        }
        opened.addLast(nowUs);
        return true;
    }
}
