package org.assay.ratings.index;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The return of a period that ends with the last level.
 *
 * @param period {@code 1d}, {@code 7d}, {@code 30d}, {@code ytd} or {@code all}
 * @param from UTC day of the first level used
 * @param index return of the index: 0.1 is 10 %
 * @param btc return of BTC between the same closes; absent when one is missing
 * @param excess index less BTC
 */
public record PeriodReturn(
        String period,
        LocalDate from,
        double index,
        @Nullable Double btc,
        @Nullable Double excess) {}
