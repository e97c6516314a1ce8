package org.assay.ratings.baseline;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.assay.ratings.panel.Grid;

/** Arithmetic on whole grids, cell by cell and token by token. */
final class Cells {

    private Cells() {}

    static Grid map(Grid grid, DoubleUnaryOperator operation) {
        double[] in = grid.values();
        double[] out = new double[in.length];
        for (int i = 0; i < in.length; i++) {
            out[i] = operation.applyAsDouble(in[i]);
        }
        return Grid.of(grid.tokens(), grid.days(), out);
    }

    static Grid combine(Grid first, Grid second, DoubleBinaryOperator operation) {
        double[] a = first.values();
        double[] b = second.values();
        double[] out = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            out[i] = operation.applyAsDouble(a[i], b[i]);
        }
        return Grid.of(first.tokens(), first.days(), out);
    }

    static Grid quotient(Grid first, Grid second) {
        return combine(first, second, (a, b) -> a / b);
    }

    /** The logarithm of a quotient of positive numbers. */
    static Grid logarithmOfQuotient(Grid first, Grid second) {
        return combine(first, second, (a, b) -> Math.log(a / b));
    }

    static Grid logarithm(Grid grid) {
        return map(grid, Math::log);
    }

    /** What stands above 0; the rest is missing. */
    static Grid positive(Grid grid) {
        return map(grid, value -> value > 0 ? value : Double.NaN);
    }

    /** The value of {@code days} before. */
    static Grid lag(Grid grid, int days) {
        Grid out = Grid.missing(grid.tokens(), grid.days());
        for (int token = 0; token < grid.tokens(); token++) {
            for (int day = days; day < grid.days(); day++) {
                out.set(token, day, grid.get(token, day - days));
            }
        }
        return out;
    }

    /** The change from the day before. */
    static Grid change(Grid grid) {
        return combine(grid, lag(grid, 1), (now, before) -> now - before);
    }

    /** Missing days filled with the last value, at most {@code limit} days after it. */
    static Grid carried(Grid grid, int limit) {
        Grid out = Grid.missing(grid.tokens(), grid.days());
        for (int token = 0; token < grid.tokens(); token++) {
            double last = Double.NaN;
            int age = 0;
            for (int day = 0; day < grid.days(); day++) {
                age = grid.has(token, day) ? 0 : age + 1;
                last = age == 0 ? grid.get(token, day) : last;
                out.set(token, day, age <= limit ? last : Double.NaN);
            }
        }
        return out;
    }
}
