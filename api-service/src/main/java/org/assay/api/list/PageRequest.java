package org.assay.api.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many entries, 1 and above
 * @param after the sort key of the last entry of the page before, as the resource gave it; null for the first page
 */
public record PageRequest(int limit, @Nullable List<String> after) {

    /** Whether this is the first page. */
    public boolean isFirst() {
        return after == null;
    }

    /** How many rows to ask the database for: one more than are shown, to learn whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }
}
