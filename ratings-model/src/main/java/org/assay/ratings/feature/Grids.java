package org.assay.ratings.feature;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** Arithmetic on whole grids; a result that is not finite is missing. */
final class Grids {

    /** A statistic of the first {@code count} entries of an array. */
    @FunctionalInterface
    interface Statistic {
        double of(double[] values, int count);
    }

    /** A statistic of pairs, the first {@code count} entries of two arrays. */
    @FunctionalInterface
    interface PairStatistic {
        double of(double[] x, double[] y, int count);
    }

    private Grids() {}

    static Grid map(Grid grid, DoubleUnaryOperator function) {
        double[] in = grid.values();
        double[] out = new double[in.length];
        for (int k = 0; k < in.length; k++) {
            out[k] = finite(function.applyAsDouble(in[k]));
        }
        return Grid.of(grid.tokens(), grid.days(), out);
    }

    static Grid zip(Grid a, Grid b, DoubleBinaryOperator function) {
        double[] x = a.values();
        double[] y = b.values();
        double[] out = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            out[k] = finite(function.applyAsDouble(x[k], y[k]));
        }
        return Grid.of(a.tokens(), a.days(), out);
    }

    /** a / b where b is above 0. */
    static Grid ratio(Grid a, Grid b) {
        return zip(a, b, (x, y) -> y > 0 ? x / y : Double.NaN);
    }

    /** The value of {@code days} days before. */
    static Grid lag(Grid grid, int days) {
        Grid result = Grid.missing(grid.tokens(), grid.days());
        for (int i = 0; i < grid.tokens(); i++) {
            for (int t = days; t < grid.days(); t++) {
                result.set(i, t, grid.get(i, t - days));
            }
        }
        return result;
    }

    /** The value minus that of {@code days} days before. */
    static Grid change(Grid grid, int days) {
        return zip(grid, lag(grid, days), (now, before) -> now - before);
    }

    /** A statistic of the present values of each window, in order of time, where the context needs it. */
    static Grid rolling(FeatureContext context, Grid grid, Window window, Statistic statistic) {
        Grid result = Grid.missing(grid.tokens(), grid.days());
        double[] values = new double[window.length()];
        for (int i = 0; i < grid.tokens(); i++) {
            for (int t = context.from(); t < grid.days(); t++) {
                int count = 0;
                for (int s = Math.max(0, t - window.length() + 1); s <= t; s++) {
                    double value = grid.get(i, s);
                    if (!Double.isNaN(value)) {
                        values[count++] = value;
                    }
                }
                if (count >= window.least()) {
                    result.set(i, t, finite(statistic.of(values, count)));
                }
            }
        }
        return result;
    }

    /** The same over the days of each window whose volume has the scope of the window's last day. */
    static Grid rollingInScope(FeatureContext context, Grid grid, Window window, Statistic statistic) {
        Grid result = Grid.missing(grid.tokens(), grid.days());
        Grid scopes = context.panel().scope();
        double[] values = new double[window.length()];
        for (int i = 0; i < grid.tokens(); i++) {
            for (int t = context.from(); t < grid.days(); t++) {
                double scope = scopes.get(i, t);
                if (Double.isNaN(scope) || scope == FeatureContext.NO_SCOPE) {
                    continue;
                }
                int count = 0;
                for (int s = Math.max(0, t - window.length() + 1); s <= t; s++) {
                    double value = grid.get(i, s);
                    if (!Double.isNaN(value) && scopes.get(i, s) == scope) {
                        values[count++] = value;
                    }
                }
                if (count >= window.least()) {
                    result.set(i, t, finite(statistic.of(values, count)));
                }
            }
        }
        return result;
    }

    /** A statistic of the days of each window on which both grids have a value. */
    static Grid rollingPairs(FeatureContext context, Grid x, Grid y, Window window, PairStatistic statistic) {
        Grid result = Grid.missing(x.tokens(), x.days());
        double[] xs = new double[window.length()];
        double[] ys = new double[window.length()];
        for (int i = 0; i < x.tokens(); i++) {
            for (int t = context.from(); t < x.days(); t++) {
                int count = 0;
                for (int s = Math.max(0, t - window.length() + 1); s <= t; s++) {
                    double a = x.get(i, s);
                    double b = y.get(i, s);
                    if (!Double.isNaN(a) && !Double.isNaN(b)) {
                        xs[count] = a;
                        ys[count++] = b;
                    }
                }
                if (count >= window.least()) {
                    result.set(i, t, finite(statistic.of(xs, ys, count)));
                }
            }
        }
        return result;
    }

    /** A grid that has the same value for all tokens on a day. */
    static Grid everyToken(int tokens, double[] series) {
        Grid result = Grid.missing(tokens, series.length);
        for (int i = 0; i < tokens; i++) {
            for (int t = 0; t < series.length; t++) {
                result.set(i, t, series[t]);
            }
        }
        return result;
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
