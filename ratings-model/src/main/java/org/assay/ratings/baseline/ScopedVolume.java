package org.assay.ratings.baseline;

import java.util.Arrays;
import java.util.function.Supplier;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.panel.VolumeScope;
import org.assay.ratings.universe.Universe;
import org.assay.ratings.window.RollingStatistic;

/** Statistics of volumes that never mix what different sources count. */
final class ScopedVolume {

    private static final int LEAST_PEERS = 5;

    private final Panel panel;
    private final Universe universe;

    ScopedVolume(Panel panel, Universe universe) {
        this.panel = panel;
        this.universe = universe;
    }

    /** A rolling statistic over those days of the window whose scope is the last day's. */
    Grid rolling(Grid grid, Supplier<RollingStatistic> statistic) {
        Grid out = Grid.missing(grid.tokens(), grid.days());
        for (int token = 0; token < grid.tokens(); token++) {
            for (VolumeScope scope : VolumeScope.values()) {
                if (scope != VolumeScope.NONE) {
                    roll(grid, out, token, scope, statistic.get());
                }
            }
        }
        return out;
    }

    private void roll(Grid grid, Grid out, int token, VolumeScope scope, RollingStatistic statistic) {
        for (int day = 0; day < grid.days(); day++) {
            boolean same = panel.scope().get(token, day) == scope.code();
            double result = statistic.next(same ? grid.get(token, day) : Double.NaN);
            if (same) {
                out.set(token, day, result);
            }
        }
    }

    /** A value less the median of the day's universe tokens of the same scope, missing where fewer than 5 have one. */
    Grid lessMedian(Grid grid) {
        Grid out = Grid.missing(grid.tokens(), grid.days());
        double[] peers = new double[grid.tokens()];
        for (int day = 0; day < grid.days(); day++) {
            int[] members = universe.members(day);
            for (VolumeScope scope : VolumeScope.values()) {
                int count = scope == VolumeScope.NONE ? 0 : peers(grid, day, members, scope, peers);
                if (count >= LEAST_PEERS) {
                    subtract(grid, out, day, scope, median(peers, count));
                }
            }
        }
        return out;
    }

    private int peers(Grid grid, int day, int[] members, VolumeScope scope, double[] peers) {
        int count = 0;
        for (int token : members) {
            if (panel.scope().get(token, day) == scope.code() && grid.has(token, day)) {
                peers[count++] = grid.get(token, day);
            }
        }
        return count;
    }

    private void subtract(Grid grid, Grid out, int day, VolumeScope scope, double median) {
        for (int token = 0; token < grid.tokens(); token++) {
            if (panel.scope().get(token, day) == scope.code()) {
                out.set(token, day, grid.get(token, day) - median);
            }
        }
    }

    private static double median(double[] values, int count) {
        Arrays.sort(values, 0, count);
        int middle = count / 2;
        return count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
