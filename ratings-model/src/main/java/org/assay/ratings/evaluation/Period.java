package org.assay.ratings.evaluation;

import java.time.LocalDate;
import java.util.List;
import org.assay.ratings.panel.Panel;

/**
 * The days that are judged together.
 *
 * @param label short and stable
 * @param first the first day of a signal
 * @param last the last day on which a holding may end
 * @param breaks days after which the source of the prices changes: no holding may span one and the next day
 */
public record Period(String label, LocalDate first, LocalDate last, List<LocalDate> breaks) {

    /** The protocol's development period. */
    public static final Period DEVELOPMENT = new Period(
            "dev", LocalDate.of(2017, 1, 1), LocalDate.of(2021, 12, 31), List.of(LocalDate.of(2020, 12, 16)));

    /** The protocol's judging period, held out while models are made. */
    public static final Period LATER =
            new Period("ho", LocalDate.of(2022, 1, 1), LocalDate.of(2025, 11, 13), List.of());

    public Period {
        breaks = List.copyOf(breaks);
    }

    /** The periods of the protocol into which a panel reaches. */
    public static List<Period> reachedBy(Panel panel) {
        return List.of(DEVELOPMENT, LATER).stream()
                .filter(period -> panel.index(period.first()) < panel.days() && panel.index(period.last()) >= 0)
                .toList();
    }

    /** The same period from a later day on; a day before its first changes nothing. */
    public Period from(LocalDate day) {
        return day.isAfter(first) ? new Period(label, day, last, breaks) : this;
    }

    /** Whether a day of a panel is of the period: its holding ends in time and spans no break. */
    boolean holds(Panel panel, int day, int delay, int length) {
        int exit = day + delay + length;
        if (day < panel.index(first) || exit > Math.min(panel.index(last), panel.days() - 1)) {
            return false;
        }
        for (LocalDate end : breaks) {
            int broken = panel.index(end);
            if (day + delay <= broken && broken < exit) {
                return false;
            }
        }
        return true;
    }
}
