package org.assay.ratings.feature;

import java.util.List;
import java.util.Optional;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.panel.VolumeScope;
import org.jspecify.annotations.Nullable;

/**
 * A panel with what several features derive from it. Derived columns are computed once, when first asked for; an instance
 * serves one thread.
 */
public final class FeatureContext {

    /** For how many days a close stands in for missing ones. */
    public static final int CARRIED_DAYS = 7;

    /** Residuals enter windows of at most this many days. */
    private static final int RESIDUAL_DAYS = 100;

    private static final int LEAST_SCOPE_PEERS = 5;
    private static final List<VolumeScope> SCOPES = List.of(VolumeScope.values());

    /** As the panel's column counts the scopes. */
    static final int NO_SCOPE = SCOPES.indexOf(VolumeScope.NONE);

    private final Panel panel;
    private final Membership universe;
    private final DerivedColumns columns;
    private final int from;
    private final @Nullable ChainData chain;
    private @Nullable Grid marketResiduals;

    private FeatureContext(
            Panel panel, Membership universe, DerivedColumns columns, @Nullable ChainData chain, int from) {
        this.panel = panel;
        this.universe = universe;
        this.columns = columns;
        this.chain = chain;
        this.from = from;
    }

    /** A context without chain data. */
    public static FeatureContext of(Panel panel, Membership universe) {
        return new FeatureContext(panel, universe, new DerivedColumns(panel, universe), null, 0);
    }

    /**
     * A context whose features need not be known before a day, which spares the work.
     *
     * @param from the first day that counts
     */
    public static FeatureContext from(Panel panel, Membership universe, int from) {
        return new FeatureContext(panel, universe, new DerivedColumns(panel, universe), null, Math.max(0, from));
    }

    public static FeatureContext of(Panel panel, Membership universe, ChainData chain) {
        return new FeatureContext(panel, universe, new DerivedColumns(panel, universe), chain, 0);
    }

    /** The first day on which features must be known; windows that end before it need no statistic. */
    int from() {
        return from;
    }

    /** The same for a feature that other windows look back on. */
    FeatureContext earlier(int days) {
        return new FeatureContext(panel, universe, columns, chain, Math.max(0, from - days));
    }

    /** The panel that features are computed from. */
    public Panel panel() {
        return panel;
    }

    public Membership universe() {
        return universe;
    }

    public Optional<ChainData> chain() {
        return Optional.ofNullable(chain);
    }

    /** Closes, carried forward over at most {@link #CARRIED_DAYS} missing days. */
    public Grid filled() {
        return columns.filled();
    }

    /** Natural logarithms of {@link #filled()}. */
    public Grid logFilled() {
        return columns.logFilled();
    }

    /** Daily changes of {@link #logFilled()}. */
    public Grid returns() {
        return columns.returns();
    }

    /** Volume where it is above 0. */
    public Grid positiveVolume() {
        return columns.positiveVolume();
    }

    /** ln(high/low); missing where either is, or where high lies below low. */
    public Grid logRange() {
        return columns.logRange();
    }

    /**
     * The market's log return of each day: the mean over the tokens that were in the universe the day before, each within
     * +-0.5. Summed in order of size, so that the order of tokens leaves no trace.
     */
    public double[] marketReturns() {
        return columns.marketReturns();
    }

    /**
     * The log return of the universe as one portfolio, weighted by the market caps of the day before; the mean return where
     * no cap is known.
     */
    public double[] weightedMarketReturns() {
        return columns.weightedMarketReturns();
    }

    /** The part of each return that the market's return times the beta known the day before does not explain. */
    Grid marketResiduals() {
        if (marketResiduals == null) {
            Grid beta = new Beta(90).compute(earlier(RESIDUAL_DAYS));
            Grid residuals = Grid.missing(panel.tokens(), panel.days());
            for (int i = 0; i < panel.tokens(); i++) {
                for (int t = 1; t < panel.days(); t++) {
                    residuals.set(i, t, returns().get(i, t) - beta.get(i, t - 1) * marketReturns()[t]);
                }
            }
            marketResiduals = residuals;
        }
        return marketResiduals;
    }

    /** The number of a day's {@link VolumeScope} in the panel's column; that of NONE where there is none. */
    int scope(int token, int day) {
        double number = panel.scope().get(token, day);
        return Double.isNaN(number) ? NO_SCOPE : (int) number;
    }

    /**
     * Each value minus the median of the day's universe tokens with the same volume scope; missing where fewer than 5 of
     * those have a value.
     */
    Grid againstScope(Grid grid) {
        Grid result = Grid.missing(panel.tokens(), panel.days());
        double[] values = new double[panel.tokens()];
        double[] medians = new double[SCOPES.size()];
        for (int t = from; t < panel.days(); t++) {
            for (int scope = 0; scope < medians.length; scope++) {
                int count = 0;
                for (int i = 0; i < panel.tokens() && scope != NO_SCOPE; i++) {
                    if (grid.has(i, t) && scope(i, t) == scope && universe.contains(i, t)) {
                        values[count++] = grid.get(i, t);
                    }
                }
                medians[scope] = count < LEAST_SCOPE_PEERS ? Double.NaN : Statistics.median(values, count);
            }
            for (int i = 0; i < panel.tokens(); i++) {
                result.set(i, t, grid.get(i, t) - medians[scope(i, t)]);
            }
        }
        return result;
    }

    static Grid carried(Grid grid, int limit) {
        Grid result = Grid.missing(grid.tokens(), grid.days());
        for (int i = 0; i < grid.tokens(); i++) {
            double last = Double.NaN;
            int age = 0;
            for (int t = 0; t < grid.days(); t++) {
                double value = grid.get(i, t);
                age = Double.isNaN(value) ? age + 1 : 0;
                last = age == 0 ? value : last;
                result.set(i, t, age <= limit ? last : Double.NaN);
            }
        }
        return result;
    }
}
