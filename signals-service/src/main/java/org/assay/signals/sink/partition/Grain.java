package org.assay.signals.sink.partition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** How much time one partition covers, in whole UTC days. */
enum Grain {
    DAY,
    MONTH,
    YEAR;

    /** The first day of the partition that holds {@code day}. */
    LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The first day after the partition that starts on {@code start}. */
    LocalDate end(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case MONTH -> start.plusMonths(1);
            case YEAR -> start.plusYears(1);
        };
    }

    /** {@code 2026_11_21}, {@code 2026_11} or {@code 2026}. */
    String suffix(LocalDate start) {
        return switch (this) {
            case DAY -> "%04d_%02d_%02d".formatted(start.getYear(), start.getMonthValue(), start.getDayOfMonth());
            case MONTH -> "%04d_%02d".formatted(start.getYear(), start.getMonthValue());
            case YEAR -> "%04d".formatted(start.getYear());
        };
    }

    /** The start that {@link #suffix} was made of; empty when the text is no such suffix. */
    Optional<LocalDate> parse(String suffix) {
        try {
            LocalDate start =
                    switch (this) {
                        case DAY -> LocalDate.parse(suffix.replace('_', '-'));
                        case MONTH -> LocalDate.parse(suffix.replace('_', '-') + "-01");
                        case YEAR -> LocalDate.parse(suffix + "-01-01");
                    };
            return suffix(start).equals(suffix) ? Optional.of(start) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
