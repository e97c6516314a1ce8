package org.assay.ratings.window;

import java.util.function.Supplier;
import org.assay.ratings.panel.Grid;

/**
 * Rolling statistics of every token of a grid, or of one series. Missing values are left out; where a window has fewer
 * values than it needs, the result is missing. Linear in the number of days (the median moves at most one window's length
 * per day).
 */
public final class Rolling {

    private Rolling() {}

    /** How many values there are. */
    public static RollingStatistic count(Window window) {
        return new MomentStatistic(MomentStatistic.Kind.COUNT, window);
    }

    public static RollingStatistic sum(Window window) {
        return new MomentStatistic(MomentStatistic.Kind.SUM, window);
    }

    public static RollingStatistic mean(Window window) {
        return new MomentStatistic(MomentStatistic.Kind.MEAN, window);
    }

    /** The sample variance (divided by n - 1); missing for a single value. */
    public static RollingStatistic variance(Window window) {
        return new MomentStatistic(MomentStatistic.Kind.VARIANCE, window);
    }

    /** The sample standard deviation (n - 1); missing for a single value, exactly 0 for a constant. */
    public static RollingStatistic deviation(Window window) {
        return new MomentStatistic(MomentStatistic.Kind.DEVIATION, window);
    }

    /**
     * The adjusted Fisher-Pearson sample skewness; missing for fewer than 3 values or a variance (n) of at most 1e-14
     * that is not exactly 0, and 0 for a constant.
     */
    public static RollingStatistic skewness(Window window) {
        return new MomentStatistic(MomentStatistic.Kind.SKEWNESS, window);
    }

    /** The middle value, or the mean of the two middle ones. */
    public static RollingStatistic median(Window window) {
        return new MedianStatistic(window);
    }

    public static RollingStatistic highest(Window window) {
        return new ExtremeStatistic(window, true);
    }

    public static RollingStatistic lowest(Window window) {
        return new ExtremeStatistic(window, false);
    }

    /** Runs one statistic over each token of a grid; {@code statistic} makes a fresh one for each. */
    public static Grid over(Grid grid, Supplier<RollingStatistic> statistic) {
        return over(grid, 0, statistic);
    }

    /** The same of the days from {@code from} on only, as if there were none before; the result is missing before that. */
    public static Grid over(Grid grid, int from, Supplier<RollingStatistic> statistic) {
        Grid result = Grid.missing(grid.tokens(), grid.days());
        for (int token = 0; token < grid.tokens(); token++) {
            run(grid.values(), result.values(), grid.offset(token) + from, grid.days() - from, statistic.get());
        }
        return result;
    }

    /** Runs one statistic over a series. */
    public static double[] over(double[] series, RollingStatistic statistic) {
        double[] out = new double[series.length];
        run(series, out, 0, series.length, statistic);
        return out;
    }

    private static void run(double[] in, double[] out, int from, int days, RollingStatistic statistic) {
        for (int t = from; t < from + days; t++) {
            out[t] = statistic.next(in[t]);
        }
    }
}
