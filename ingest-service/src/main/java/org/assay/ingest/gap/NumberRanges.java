package org.assay.ingest.gap;

import java.util.Map;
import java.util.TreeMap;

/** A set of whole numbers that mostly follow one another, kept as ranges. */
final class NumberRanges {

    /** First to last number of each range; ranges neither overlap nor touch. */
    private final TreeMap<Long, Long> ranges = new TreeMap<>();

    /**
     * Takes in all numbers from one to another, both included.
     *
     * @return how many of them were not there yet
     */
    long add(long first, long last) {
        long known = 0;
        long from = first;
        long to = last;
        Map.Entry<Long, Long> before = ranges.floorEntry(first);
        Map.Entry<Long, Long> range =
                before != null && before.getValue() >= first - 1 ? before : ranges.higherEntry(first);
        while (range != null && range.getKey() <= last + 1) {
            known += Math.max(0, Math.min(last, range.getValue()) - Math.max(first, range.getKey()) + 1);
            from = Math.min(from, range.getKey());
            to = Math.max(to, range.getValue());
            ranges.remove(range.getKey());
            range = ranges.higherEntry(range.getKey());
        }
        ranges.put(from, to);
        return last - first + 1 - known;
    }
}
