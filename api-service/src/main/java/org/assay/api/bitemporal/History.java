package org.assay.api.bitemporal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.api.list.PageRequest;
import org.assay.api.query.QueryParameters;
import org.assay.api.query.TimeRange;

/**
 * Which part of a history is asked for, by {@code valid_at}.
 *
 * @param ascending oldest first; else newest first
 * @param from the first time that counts
 * @param to the first that does not count any more
 */
public record History(boolean ascending, Instant from, Instant to) {

    private static final Map<String, Boolean> ORDERS =
            Collections.unmodifiableMap(new TreeMap<>(Map.of("asc", true, "desc", false)));
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    /** Reads {@code start}, {@code end} and {@code order}. */
    public static History of(QueryParameters parameters) {
        boolean ascending = parameters.choice("order", ORDERS).orElse(false);
        TimeRange range = parameters.range();
        return new History(
                ascending, range.start().orElse(Instant.EPOCH), range.end().orElse(END_OF_TIME));
    }

    /** The same, without what the pages before have shown; their sort key is {@link #sortKey}. */
    public History after(PageRequest page) {
        List<String> after = page.after();
        if (after == null) {
            return this;
        }
        Instant last = Instant.parse(after.getFirst());
        return ascending ? new History(true, last.plus(1, ChronoUnit.MICROS), to) : new History(false, from, last);
    }

    /** What {@link #after} needs of the last entry shown. */
    public static List<String> sortKey(Instant validAt) {
        return List.of(validAt.toString());
    }
}
