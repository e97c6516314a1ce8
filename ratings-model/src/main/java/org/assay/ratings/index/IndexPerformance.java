package org.assay.ratings.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assay.ratings.statistics.Samples;
import org.jspecify.annotations.Nullable;

/**
 * How an index has done.
 *
 * @param asOf UTC day of the last level
 * @param level on that day
 * @param returns of the periods that the levels reach back to; {@code all} is always there
 * @param volatility standard deviation of the daily returns of the last 365 days times sqrt(365); absent below 20 returns
 * @param maxDrawdown deepest fall of the level from its highest so far: 0 or negative
 * @param currentDrawdown level over its highest, less 1
 * @param turnoverPerYear sum of the turnovers over the years since the beginning; absent on the first day
 * @param costs sum of the costs as shares of the level they were paid from
 */
public record IndexPerformance(
        LocalDate asOf,
        double level,
        List<PeriodReturn> returns,
        @Nullable Double volatility,
        double maxDrawdown,
        double currentDrawdown,
        @Nullable Double turnoverPerYear,
        double costs) {

    private static final int DAYS_PER_YEAR = 365;
    private static final int FEWEST_RETURNS = 20;

    public IndexPerformance {
        returns = List.copyOf(returns);
    }

    /**
     * The figures as of the last level.
     *
     * @param history with at least one level
     * @param closes where those of BTC are found
     * @throws IllegalArgumentException when the index has not begun
     */
    public static IndexPerformance of(IndexHistory history, LedgerReplay.Closes closes) {
        List<IndexLevel> levels = history.levels();
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("the index has not begun");
        }
        IndexLevel last = levels.getLast();
        double high = 0;
        double deepest = 0;
        for (IndexLevel level : levels) {
            high = Math.max(high, level.level());
            deepest = Math.min(deepest, level.level() / high - 1);
        }
        double turnover =
                history.trades().stream().mapToDouble(RebalanceRecord::turnover).sum();
        double costs = history.trades().stream()
                .mapToDouble(trade -> trade.cost() / trade.levelBefore())
                .sum();
        double years =
                (double) (last.day().toEpochDay() - levels.getFirst().day().toEpochDay()) / DAYS_PER_YEAR;
        return new IndexPerformance(
                last.day(),
                last.level(),
                returns(levels, closes),
                volatility(levels),
                deepest,
                last.level() / high - 1,
                years > 0 ? turnover / years : null,
                costs);
    }

    private static List<PeriodReturn> returns(List<IndexLevel> levels, LedgerReplay.Closes closes) {
        LocalDate asOf = levels.getLast().day();
        List<PeriodReturn> returns = new ArrayList<>();
        add(returns, "1d", asOf.minusDays(1), levels, closes);
        add(returns, "7d", asOf.minusDays(7), levels, closes);
        add(returns, "30d", asOf.minusDays(30), levels, closes);
        add(returns, "ytd", asOf.withDayOfYear(1).minusDays(1), levels, closes);
        add(returns, "all", levels.getFirst().day(), levels, closes);
        return returns;
    }

    private static void add(
            List<PeriodReturn> returns,
            String period,
            LocalDate from,
            List<IndexLevel> levels,
            LedgerReplay.Closes closes) {
        IndexLevel last = levels.getLast();
        for (IndexLevel level : levels) {
            if (level.day().equals(from)) {
                double index = last.level() / level.level() - 1;
                Double start = closes.at("BTC", from);
                Double end = closes.at("BTC", last.day());
                Double btc = start == null || end == null ? null : Double.valueOf(end / start - 1);
                returns.add(new PeriodReturn(period, from, index, btc, btc == null ? null : index - btc));
                return;
            }
        }
    }

    private static @Nullable Double volatility(List<IndexLevel> levels) {
        int first = Math.max(0, levels.size() - 1 - DAYS_PER_YEAR);
        double[] returns = new double[levels.size() - 1 - first];
        for (int i = 0; i < returns.length; i++) {
            returns[i] =
                    levels.get(first + i + 1).level() / levels.get(first + i).level() - 1;
        }
        return returns.length < FEWEST_RETURNS
                ? null
                : Double.valueOf(Samples.standardDeviation(returns) * Math.sqrt(DAYS_PER_YEAR));
    }
}
