package org.assay.ratings.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.assay.ratings.feature.FeatureContext;
import org.assay.ratings.feature.Membership;
import org.assay.ratings.feature.RankTable;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.window.Rolling;
import org.assay.ratings.window.Window;

/**
 * What happened after each day, as the targets of training: bought at the close of the next day, sold {@code horizon} days
 * later. Left out: token-days without an entry or exit close (a hole in the exit is filled from at most 7 days before), with
 * a bad print at either, and days whose holding window spans a break between sources.
 */
public final class TrainingTargets {

    private static final double LEAST_VOLATILITY = 0.01;

    private final FeatureContext context;
    private final Membership ratable;
    private final List<LocalDate> breaks;
    private final Grid badPrints;

    /**
     * Targets of one panel.
     *
     * @param breaks the last days of sources
     */
    public TrainingTargets(FeatureContext context, Membership ratable, List<LocalDate> breaks) {
        this.context = context;
        this.ratable = ratable;
        this.breaks = List.copyOf(breaks);
        this.badPrints = badPrints(context.panel().close());
    }

    /** The targets of all tokens and days; missing where there is none. */
    public Grid of(Target target) {
        Panel panel = context.panel();
        Grid returns = returns(target.horizon());
        Grid volatility = target.kind() == Target.Kind.RANK
                ? returns
                : Rolling.over(context.returns(), () -> Rolling.deviation(new Window(30, 20)));
        Grid result = Grid.missing(panel.tokens(), panel.days());
        for (int t = 0; t < panel.days(); t++) {
            double[] day = new double[panel.tokens()];
            Arrays.fill(day, Double.NaN);
            int[] reference = RankTable.reference(context.universe(), ratable, panel.tokens(), t);
            double middle = target.kind() == Target.Kind.RANK ? 0 : median(returns, reference, t);
            for (int i = 0; i < panel.tokens(); i++) {
                double r = returns.get(i, t);
                day[i] = target.kind() == Target.Kind.RANK
                        ? r
                        : (r - middle) / Math.max(volatility.get(i, t), LEAST_VOLATILITY);
            }
            rank(day, reference, t, result);
        }
        return result;
    }

    private Grid returns(int horizon) {
        Panel panel = context.panel();
        Grid close = panel.close();
        Grid filled = context.filled();
        Grid result = Grid.missing(panel.tokens(), panel.days());
        for (int t = 0; t + 1 + horizon < panel.days(); t++) {
            int entry = t + 1;
            int exit = entry + horizon;
            if (spansBreak(panel, entry, exit)) {
                continue;
            }
            for (int i = 0; i < panel.tokens(); i++) {
                if (ratable.contains(i, t) && !badPrints.has(i, entry) && !badPrints.has(i, exit)) {
                    result.set(i, t, filled.get(i, exit) / close.get(i, entry) - 1);
                }
            }
        }
        return result;
    }

    private boolean spansBreak(Panel panel, int entry, int exit) {
        for (LocalDate last : breaks) {
            int day = panel.index(last);
            if (entry <= day && day < exit) {
                return true;
            }
        }
        return false;
    }

    private void rank(double[] values, int[] reference, int day, Grid result) {
        double[] sorted = new double[reference.length];
        int count = 0;
        for (int token : reference) {
            if (!Double.isNaN(values[token])) {
                sorted[count++] = values[token];
            }
        }
        Arrays.sort(sorted, 0, count);
        for (int i = 0; i < values.length && count > 1; i++) {
            if (!Double.isNaN(values[i])) {
                result.set(i, day, RankTable.place(sorted, count, values[i]) - 0.5);
            }
        }
    }

    private static double median(Grid grid, int[] reference, int day) {
        double[] values = Arrays.stream(reference)
                .mapToDouble(token -> grid.get(token, day))
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
        return values.length == 0 ? Double.NaN : values[values.length / 2];
    }

    /** Has a value on days whose close jumped by more than a factor of e and mostly came back the day after. */
    private static Grid badPrints(Grid close) {
        Grid result = Grid.missing(close.tokens(), close.days());
        for (int i = 0; i < close.tokens(); i++) {
            for (int t = 1; t + 1 < close.days(); t++) {
                double jump = Math.abs(StrictMath.log(close.get(i, t) / close.get(i, t - 1)));
                double kept = Math.abs(StrictMath.log(close.get(i, t + 1) / close.get(i, t - 1)));
                if (jump > 1 && kept < 0.25 * jump) {
                    result.set(i, t, 1);
                }
            }
        }
        return result;
    }
}
