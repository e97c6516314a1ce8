package org.assay.ratings.index;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a token after the close of a day.
 *
 * @param symbol of the token
 * @param close in USD; absent when the day has none
 * @param marketCap in USD
 * @param medianVolume median traded value of the last 30 days in USD
 * @param historyDays closes so far
 * @param traderGrade 0 to 100
 * @param investorGrade 0 to 100
 * @param selectable whether indices may choose it; others are only priced
 * @param categories the token's sectors
 */
public record Candidate(
        String symbol,
        @Nullable Double close,
        @Nullable Double marketCap,
        @Nullable Double medianVolume,
        int historyDays,
        @Nullable Double traderGrade,
        @Nullable Double investorGrade,
        boolean selectable,
        Set<String> categories) {

    public Candidate {
        categories = Set.copyOf(categories);
        if (close != null && !(close > 0 && Double.isFinite(close))) {
            throw new IllegalArgumentException(symbol + " has a close of " + close);
        }
    }
}
