package org.assay.ratings.index;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tokens an index may hold. A limit that is not given does not apply; a token whose figure is unknown fails a limit
 * that is given.
 *
 * @param minMarketCap in USD
 * @param maxMarketCap in USD
 * @param minVolume median traded value of 30 days in USD
 * @param minHistoryDays closes so far
 * @param minGrade of the grade that the index ranks by, 0 to 100
 * @param fromCapRank best rank by capitalisation among all candidates, 1 is the largest
 * @param toCapRank worst rank by capitalisation
 * @param categories a token must have one of them; empty: any
 * @param exclude symbols that are never held
 */
public record Eligibility(
        @Nullable Double minMarketCap,
        @Nullable Double maxMarketCap,
        @Nullable Double minVolume,
        @Nullable Integer minHistoryDays,
        @Nullable Double minGrade,
        @Nullable Integer fromCapRank,
        @Nullable Integer toCapRank,
        Set<String> categories,
        Set<String> exclude) {

    public Eligibility {
        categories = Set.copyOf(categories);
        exclude = Set.copyOf(exclude);
    }
}
