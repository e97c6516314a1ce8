package org.assay.signals.candle;

import java.util.Arrays;
import java.util.function.LongConsumer;
import org.assay.signals.state.StateReader;
import org.assay.signals.state.StateWriter;

/**
 * Numeric trade ids as runs of consecutive numbers. Holds a limited number of runs, so that it stays small where a
 * venue's ids jump; what finds no room has to be remembered elsewhere.
 */
final class TradeIds {

    /** Enough for a minute of consecutive ids that arrive out of order or with a few missing. */
    static final int MOST_RUNS = 16;

    private long[] from = new long[2];
    private long[] to = new long[2];
    private int runs;

    static TradeIds read(StateReader in) {
        TradeIds ids = new TradeIds();
        ids.runs = in.count();
        ids.from = new long[Math.max(2, ids.runs)];
        ids.to = new long[Math.max(2, ids.runs)];
        long before = 0;
        for (int i = 0; i < ids.runs; i++) {
            ids.from[i] = before + in.signed();
            ids.to[i] = ids.from[i] + in.unsigned();
            before = ids.to[i];
        }
        return ids;
    }

    void write(StateWriter out) {
        out.unsigned(runs);
        long before = 0;
        for (int i = 0; i < runs; i++) {
            out.signed(from[i] - before).unsigned(to[i] - from[i]);
            before = to[i];
        }
    }

    boolean contains(long id) {
        int run = runAtOrBefore(id);
        return run >= 0 && id <= to[run];
    }

    /** Takes the id in unless there is no room; answers whether it is held now. */
    boolean add(long id) {
        int before = runAtOrBefore(id);
        if (before >= 0 && id <= to[before]) {
            return true;
        }
        boolean joinsBefore = before >= 0 && to[before] == id - 1;
        boolean joinsAfter = before + 1 < runs && from[before + 1] == id + 1;
        if (joinsBefore && joinsAfter) {
            to[before] = to[before + 1];
            remove(before + 1);
        } else if (joinsBefore) {
            to[before] = id;
        } else if (joinsAfter) {
            from[before + 1] = id;
        } else if (runs < MOST_RUNS) {
            insert(before + 1, id);
        } else {
            return false;
        }
        return true;
    }

    private int runAtOrBefore(long id) {
        int run = runs - 1;
        // From the newest: ids mostly arrive in order.
        while (run >= 0 && from[run] > id) {
            run--;
        }
        return run;
    }

    private void insert(int at, long id) {
        if (runs == from.length) {
            from = Arrays.copyOf(from, runs * 2);
            to = Arrays.copyOf(to, runs * 2);
        }
        System.arraycopy(from, at, from, at + 1, runs - at);
        System.arraycopy(to, at, to, at + 1, runs - at);
        from[at] = id;
        to[at] = id;
        runs++;
    }

    private void remove(int at) {
        System.arraycopy(from, at + 1, from, at, runs - at - 1);
        System.arraycopy(to, at + 1, to, at, runs - at - 1);
        runs--;
    }

    void forEach(LongConsumer consumer) {
        for (int i = 0; i < runs; i++) {
            for (long id = from[i]; id <= to[i]; id++) {
                consumer.accept(id);
            }
        }
    }

    int runs() {
        return runs;
    }
}
