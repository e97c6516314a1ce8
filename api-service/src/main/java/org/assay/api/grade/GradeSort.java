package org.assay.api.grade;

import java.util.LinkedHashMap;
import java.util.Map;

/** The orders in which grades are listed; the id decides between equals, and what is unknown comes last. */
enum GradeSort {
    GRADE_DESCENDING("-grade"),
    GRADE("grade"),
    CHANGE_DESCENDING("-change_24h"),
    CHANGE("change_24h"),
    TOKEN("token"),
    TOKEN_DESCENDING("-token");

    private final String label;

    GradeSort(String label) {
        this.label = label;
    }

    /** All orders by what the parameter {@code sort} says. */
    static Map<String, GradeSort> byLabel() {
        Map<String, GradeSort> labels = new LinkedHashMap<>();
        for (GradeSort sort : values()) {
            labels.put(sort.label, sort);
        }
        return labels;
    }
}
