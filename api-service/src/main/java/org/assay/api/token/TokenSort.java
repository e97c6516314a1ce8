package org.assay.api.token;

import java.util.LinkedHashMap;
import java.util.Map;

/** The orders in which tokens are listed; the id decides between equals. */
enum TokenSort {
    RANK("rank"),
    RANK_DESCENDING("-rank"),
    SYMBOL("symbol"),
    SYMBOL_DESCENDING("-symbol"),
    NAME("name"),
    NAME_DESCENDING("-name");

    private final String label;

    TokenSort(String label) {
        this.label = label;
    }

    /** As in the parameter {@code sort}. */
    String label() {
        return label;
    }

    /** All orders by {@link #label}. */
    static Map<String, TokenSort> byLabel() {
        Map<String, TokenSort> labels = new LinkedHashMap<>();
        for (TokenSort sort : values()) {
            labels.put(sort.label, sort);
        }
        return labels;
    }
}
