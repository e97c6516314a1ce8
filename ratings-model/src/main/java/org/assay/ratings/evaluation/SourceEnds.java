package org.assay.ratings.evaluation;

import java.time.LocalDate;
import java.util.List;
import org.assay.ratings.panel.Panel;

/** Tells a token that ended from a file that ended: a series that stops within 3 days before a source does is unknown after. */
final class SourceEnds {

    private static final int DAYS_BEFORE = 3;

    private static final List<LocalDate> ENDS = List.of(
            LocalDate.of(2020, 12, 16),
            LocalDate.of(2022, 2, 14),
            LocalDate.of(2022, 9, 30),
            LocalDate.of(2024, 7, 8),
            LocalDate.of(2025, 3, 7),
            LocalDate.of(2025, 10, 24),
            LocalDate.of(2025, 10, 25),
            LocalDate.of(2025, 11, 13));

    private SourceEnds() {}

    /** Whether a series whose last row is of the given day was cut off by its source. */
    static boolean cut(Panel panel, int lastDay) {
        return ENDS.stream()
                .mapToInt(end -> panel.index(end) - lastDay)
                .anyMatch(before -> before >= 0 && before <= DAYS_BEFORE);
    }
}
