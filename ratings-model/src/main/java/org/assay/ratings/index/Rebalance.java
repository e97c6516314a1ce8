package org.assay.ratings.index;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** On which UTC days an index is reviewed; it trades at the close of the day after. */
public enum Rebalance {
    DAILY,
    /** Mondays. */
    WEEKLY,
    /** The first day of a month. */
    MONTHLY,
    /** The first day of January, April, July and October. */
    QUARTERLY;

    /** Whether a day is a review day. */
    public boolean isDue(LocalDate day) {
        return switch (this) {
            case DAILY -> true;
            case WEEKLY -> day.getDayOfWeek() == DayOfWeek.MONDAY;
            case MONTHLY -> day.getDayOfMonth() == 1;
            case QUARTERLY -> day.getDayOfMonth() == 1 && day.getMonthValue() % 3 == 1;
        };
    }

    /** Whether a review day lies after {@code after} and not after {@code until}. */
    boolean isDueBetween(LocalDate after, LocalDate until) {
        for (LocalDate day = after.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            if (isDue(day)) {
                return true;
            }
        }
        return false;
    }
}
