package org.assay.ratings.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds past forecasts against what came: for every day, the forecasts that the model would have made with what was known
 * then, and the outcomes since.
 */
public final class CoverageReport {

    private static final String ALL = "all";

    private CoverageReport() {}

    /**
     * Rows by horizon, then by year, then for all years.
     *
     * @param model over the whole history
     * @param from index of the first day of a forecast
     * @param to index after the last
     * @param step days from one forecast to the next
     */
    public static List<CoverageRow> of(ForecastModel model, int from, int to, int step) {
        List<CoverageRow> rows = new ArrayList<>();
        for (HorizonRules horizon : model.settings().horizons()) {
            Map<String, Tally> tallies = new TreeMap<>();
            int end = Math.min(to, model.days() - horizon.days());
            for (int day = from; day < end; day += step) {
                Calibration calibration = model.calibration(horizon, day);
                if (!calibration.quantiles().isEmpty()) {
                    String year = Integer.toString(model.day(day).getYear());
                    Tally ofYear = tallies.computeIfAbsent(
                            year, name -> new Tally(calibration.quantiles().size()));
                    Tally ofAll = tallies.computeIfAbsent(
                            ALL, name -> new Tally(calibration.quantiles().size()));
                    for (int token = 0; token < model.tokens(); token++) {
                        double score = model.score(token, day, horizon);
                        ofYear.add(score, calibration.quantiles());
                        ofAll.add(score, calibration.quantiles());
                    }
                }
            }
            tallies.forEach((period, tally) ->
                    rows.add(tally.row(horizon.days(), period, model.settings().probabilities())));
        }
        return rows;
    }

    private static final class Tally {

        private final long[] below;
        private long outcomes;

        Tally(int probabilities) {
            this.below = new long[probabilities];
        }

        void add(double score, List<Double> quantiles) {
            if (!Double.isNaN(score)) {
                outcomes++;
                for (int i = 0; i < below.length; i++) {
                    below[i] += score <= quantiles.get(i) ? 1 : 0;
                }
            }
        }

        CoverageRow row(int horizonDays, String period, List<Double> probabilities) {
            List<Double> shares = new ArrayList<>();
            for (long count : below) {
                shares.add((double) count / outcomes);
            }
            return new CoverageRow(
                    horizonDays,
                    period,
                    outcomes,
                    shares,
                    between(shares, probabilities, 0.25, 0.75),
                    between(shares, probabilities, 0.05, 0.95));
        }

        private static @Nullable Double between(
                List<Double> shares, List<Double> probabilities, double low, double high) {
            int lower = probabilities.indexOf(low);
            int upper = probabilities.indexOf(high);
            return lower < 0 || upper < 0 ? null : Double.valueOf(shares.get(upper) - shares.get(lower));
        }
    }
}
