package org.assay.ratings.quant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes the figures of tokens as of a day, from that day and earlier ones only. */
public final class QuantAnalysis {

    private final LocalDate firstDay;
    private final double[] btcReturns;
    private final double[] marketReturns;
    private final QuantSettings settings;

    /**
     * @param firstDay the UTC day with index 0
     * @param btcReturns simple daily returns of BTC by day index, NaN where missing
     * @param marketReturns simple daily returns of the market by day index, see {@link EqualWeightedMarket}
     */
    public QuantAnalysis(LocalDate firstDay, double[] btcReturns, double[] marketReturns, QuantSettings settings) {
        if (btcReturns.length != marketReturns.length) {
            throw new IllegalArgumentException("the benchmarks do not cover the same days");
        }
        this.firstDay = firstDay;
        this.btcReturns = btcReturns.clone();
        this.marketReturns = marketReturns.clone();
        this.settings = settings;
    }

    /** Simple daily returns of closes, each missing one carried at most {@code carryDays} days; NaN where unknown. */
    public static double[] returns(double[] closes, int carryDays) {
        return simpleReturns(carried(closes, carryDays));
    }

    /**
     * A token's figures after the close of a day.
     *
     * @param closes in USD by day index, NaN where missing; those after {@code day} are not read
     * @param day index of the day
     * @throws IndexOutOfBoundsException when the benchmarks or closes do not reach the day
     */
    public QuantReport report(double[] closes, int day) {
        if (day < 0 || day >= closes.length || day >= btcReturns.length) {
            throw new IndexOutOfBoundsException("day " + day + " lies outside the data");
        }
        double[] prices = carried(Arrays.copyOf(closes, day + 1), settings.carryDays());
        double[] returns = simpleReturns(prices);
        List<WindowReport> windows = new ArrayList<>();
        for (QuantWindow window : QuantWindow.values()) {
            windows.add(window(window, prices, returns));
        }
        return new QuantReport(firstDay.plusDays(day), settings, windows);
    }

    private WindowReport window(QuantWindow window, double[] prices, double[] returns) {
        int last = prices.length - 1;
        LocalDate to = firstDay.plusDays(last);
        int earliest = window == QuantWindow.ALL ? 0 : Math.max(0, last - window.days());
        int[] days = present(prices, earliest);
        int[] withReturn = present(returns, earliest + 1);
        @Nullable LocalDate from = days.length == 0 ? null : firstDay.plusDays(days[0]);
        @Nullable MetricGap gap = gap(window, prices[last], withReturn.length);
        if (gap != null) {
            return new WindowReport(window, from, to, withReturn.length, unknown(gap), null);
        }
        WindowSample sample = sample(prices, returns, days, withReturn);
        List<MetricValue> values = new ArrayList<>();
        for (QuantMetric metric : QuantMetric.values()) {
            values.add(value(metric, sample, window));
        }
        return new WindowReport(
                window, from, to, withReturn.length, values, sample.path().drawdown());
    }

    private @Nullable MetricGap gap(QuantWindow window, double lastPrice, int returns) {
        if (Double.isNaN(lastPrice)) {
            return MetricGap.NO_PRICE;
        }
        return returns < required(window) ? MetricGap.INSUFFICIENT_HISTORY : null;
    }

    private double required(QuantWindow window) {
        return window == QuantWindow.ALL
                ? settings.minimumReturns()
                : Math.max(settings.minimumReturns(), settings.minimumCoverage() * window.days());
    }

    private MetricValue value(QuantMetric metric, WindowSample sample, QuantWindow window) {
        boolean compares = metric.benchmark() != Benchmark.NONE;
        if (compares && sample.against(metric.benchmark()).count() < required(window)) {
            return MetricValue.unknown(metric, MetricGap.INSUFFICIENT_BENCHMARK);
        }
        return MetricValue.of(metric, metric.of(sample));
    }

    private WindowSample sample(double[] prices, double[] returns, int[] days, int[] withReturn) {
        double[] path = pick(prices, days);
        int calendarDays = days[days.length - 1] - days[0];
        return new WindowSample(
                settings,
                path[0],
                path[path.length - 1],
                calendarDays,
                new DailyReturns(pick(returns, withReturn), settings.dailyRiskFree()),
                new PricePath(firstDay, days, path),
                comovement(returns, withReturn, btcReturns),
                comovement(returns, withReturn, marketReturns));
    }

    private static Comovement comovement(double[] returns, int[] withReturn, double[] benchmark) {
        int[] both = Arrays.stream(withReturn)
                .filter(day -> !Double.isNaN(benchmark[day]))
                .toArray();
        return new Comovement(pick(returns, both), pick(benchmark, both));
    }

    private static List<MetricValue> unknown(MetricGap gap) {
        return Arrays.stream(QuantMetric.values())
                .map(metric -> MetricValue.unknown(metric, gap))
                .toList();
    }

    private static int[] present(double[] values, int from) {
        int[] found = new int[values.length];
        int count = 0;
        for (int day = from; day < values.length; day++) {
            if (!Double.isNaN(values[day])) {
                found[count++] = day;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static double[] pick(double[] values, int[] days) {
        return Arrays.stream(days).mapToDouble(day -> values[day]).toArray();
    }

    private static double[] carried(double[] closes, int carryDays) {
        double[] carried = closes.clone();
        int age = Integer.MAX_VALUE;
        for (int day = 0; day < carried.length; day++) {
            if (!Double.isNaN(carried[day])) {
                age = 0;
            } else if (age < carryDays) {
                age++;
                carried[day] = carried[day - 1];
            } else {
                age = Integer.MAX_VALUE;
            }
        }
        return carried;
    }

    private static double[] simpleReturns(double[] prices) {
        double[] returns = new double[prices.length];
        for (int day = 0; day < prices.length; day++) {
            returns[day] = day == 0 ? Double.NaN : prices[day] / prices[day - 1] - 1;
        }
        return returns;
    }
}
