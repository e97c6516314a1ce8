package org.assay.ratings.panel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Daily bars of many tokens on one calendar without holes, the first input of everything here. Prices and values are in
 * USD. A day without a bar is missing (NaN) in every column.
 *
 * @param firstDay the UTC day with index 0
 * @param days how many days the calendar has
 * @param symbols the tokens, sorted by code point, without doubles
 * @param open first price of the day
 * @param high highest price of the day
 * @param low lowest price of the day
 * @param close last price of the day, above 0 where present
 * @param volume traded value of the day in USD, 0 or more; of the scope given in {@code scope}
 * @param marketCap circulating supply times price, above 0 where present
 * @param scope the {@link VolumeScope#code()} of the volume's scope
 */
public record Panel(
        LocalDate firstDay,
        int days,
        List<String> symbols,
        Grid open,
        Grid high,
        Grid low,
        Grid close,
        Grid volume,
        Grid marketCap,
        Grid scope) {

    public Panel {
        symbols = List.copyOf(symbols);
        for (Grid column : List.of(open, high, low, close, volume, marketCap, scope)) {
            if (column.tokens() != symbols.size() || column.days() != days) {
                throw new IllegalArgumentException("a column's shape differs from the panel's");
            }
        }
    }

    public int tokens() {
        return symbols.size();
    }

    /** The UTC day of an index. */
    public LocalDate day(int index) {
        return firstDay.plusDays(index);
    }

    /** The index of a UTC day; below 0 or at least {@link #days()} where the calendar does not reach it. */
    public int index(LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(firstDay, day));
    }

    /** The index of a token, or -1. */
    public int token(String symbol) {
        for (int i = 0; i < symbols.size(); i++) {
            if (symbols.get(i).equals(symbol)) {
                return i;
            }
        }
        return -1;
    }
}
