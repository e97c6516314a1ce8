package org.assay.ratings.forecast;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Quantiles of a token's return from a day's close, or why there are none.
 *
 * @param symbol of the token
 * @param asOf UTC day whose close it starts from
 * @param horizonDays days until the outcome
 * @param dailyVolatility standard deviation of the daily log return that the quantiles are scaled with
 * @param calibrationOutcomes past outcomes that the quantiles were read from
 * @param quantiles ascending by probability; empty when there is a gap
 * @param gap why there is no forecast
 */
public record Forecast(
        String symbol,
        LocalDate asOf,
        int horizonDays,
        @Nullable Double dailyVolatility,
        int calibrationOutcomes,
        List<ForecastQuantile> quantiles,
        @Nullable ForecastGap gap) {

    public Forecast {
        quantiles = List.copyOf(quantiles);
        if (quantiles.isEmpty() == (gap == null)) {
            throw new IllegalArgumentException("either quantiles or a reason for their absence: " + symbol);
        }
    }
}
