package org.assay.signals.sink.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Leaves one record for each key, for a statement can touch a row only once. */
final class Newest {

    private Newest() {}

    /**
     * The newest record of each key by {@code order}, the later of equals, sorted by key: all writers lock rows in the
     * same order, so that none waits for another in a circle.
     */
    static <R, K extends Comparable<? super K>> List<R> of(List<R> rows, Function<R, K> key, Comparator<R> order) {
        Map<K, R> newest = new LinkedHashMap<>(rows.size() * 2);
        for (R row : rows) {
            newest.merge(key.apply(row), row, (old, later) -> order.compare(old, later) > 0 ? old : later);
        }
        List<Map.Entry<K, R>> sorted = new ArrayList<>(newest.entrySet());
        sorted.sort(Map.Entry.comparingByKey());
        return sorted.stream().map(Map.Entry::getValue).toList();
    }
}
