package org.assay.simulator.ledger;

import java.util.ArrayList;
import java.util.List;
import org.assay.simulator.universe.Market;
import org.assay.simulator.universe.Universe;

/** Which trades of each market were written to a socket since the start. Safe for threads. */
public final class SentLedger {

    private final List<Entry> entries = new ArrayList<>();

    /** An empty ledger for these markets. */
    public SentLedger(Universe universe) {
        universe.markets().forEach(market -> entries.add(new Entry(market)));
    }

    /**
     * Trades numbered without a hole.
     *
     * @param from inclusive
     * @param to exclusive
     */
    public record Run(long from, long to) {}

    /**
     * What was sent of a market.
     *
     * @param written how many trades, each counted as often as it was written
     * @param runs which ones, in order
     */
    public record Sent(Market market, long written, List<Run> runs) {

        /** How many different trades. */
        public long distinct() {
            return runs.stream().mapToLong(run -> run.to() - run.from()).sum();
        }
    }

    private static final class Entry {
        private final Market market;
        private final List<Run> runs = new ArrayList<>();
        private long written;

        Entry(Market market) {
            this.market = market;
        }

        synchronized void add(long from, long to) {
            written += to - from;
            int place = runs.size();
            while (place > 0 && runs.get(place - 1).from() > from) {
                place--;
            }
            runs.add(place, new Run(from, to));
            int first = Math.max(0, place - 1);
            while (first + 1 < runs.size() && first <= place + 1) {
                Run left = runs.get(first);
                Run right = runs.get(first + 1);
                if (left.to() >= right.from()) {
                    runs.set(first, new Run(left.from(), Math.max(left.to(), right.to())));
                    runs.remove(first + 1);
                } else {
                    first++;
                }
            }
        }

        synchronized Sent sent() {
            return new Sent(market, written, List.copyOf(runs));
        }
    }

    /** Records that trades {@code [from, to)} of the market with this index were written. */
    public void add(int market, long from, long to) {
        entries.get(market).add(from, to);
    }

    /** What was sent of each market, in the order of the universe. */
    public List<Sent> sent() {
        return entries.stream().map(Entry::sent).toList();
    }
}
