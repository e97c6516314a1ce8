package org.assay.ratings.forecast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often outcomes fell where the forecasts of a period said.
 *
 * @param horizonDays days until the outcome
 * @param period a year, or "all"
 * @param outcomes token-days whose outcome is known
 * @param atOrBelow for each probability, the share of outcomes at or below its quantile
 * @param inside50 share between the 25 and 75 % quantiles, the lower one excluded; absent without those quantiles
 * @param inside90 share between the 5 and 95 % quantiles, likewise
 */
public record CoverageRow(
        int horizonDays,
        String period,
        long outcomes,
        List<Double> atOrBelow,
        @Nullable Double inside50,
        @Nullable Double inside90) {

    public CoverageRow {
        atOrBelow = List.copyOf(atOrBelow);
    }
}
