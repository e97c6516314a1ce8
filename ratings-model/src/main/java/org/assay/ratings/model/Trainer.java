package org.assay.ratings.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.assay.ratings.feature.Feature;
import org.assay.ratings.feature.FeatureCatalog;
import org.assay.ratings.feature.FeatureContext;
import org.assay.ratings.feature.Membership;
import org.assay.ratings.feature.RankTable;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;

/**
 * Trains scorers on a panel. Features are computed once; each training sees only days from which every target's outcome was
 * known before the model's first use, with as many days again between (purge and embargo).
 */
public final class Trainer {

    /** Days before the first on which the universe has this many tokens are not trained on. */
    private static final int LEAST_UNIVERSE = RankTable.LEAST_UNIVERSE;

    private final Panel panel;
    private final Membership universe;
    private final Membership ratable;
    private final FeatureContext context;
    private final Function<Target, Grid> targets;
    private final Map<List<ModelFeature>, RankTable> ranks = new ConcurrentHashMap<>();
    private final Map<Target, Grid> targetGrids = new ConcurrentHashMap<>();

    /**
     * A trainer of models of one panel.
     *
     * @param ratable the tokens that are trained on
     * @param targets the outcome of every token and day, between -0.5 and 0.5 and missing where unknown
     */
    public Trainer(FeatureContext context, Membership ratable, Function<Target, Grid> targets) {
        this.panel = context.panel();
        this.universe = context.universe();
        this.ratable = ratable;
        this.context = context;
        this.targets = targets;
    }

    /** Computes what trainings by a recipe share; after it they may run side by side. */
    public void prepare(Recipe recipe) {
        table(recipe.features());
        recipe.targets().forEach(this::targetGrid);
    }

    /**
     * Trains one grade for first use on a day.
     *
     * @param firstUse the panel's index of the first day that the model will be used on; it may lie beyond the panel
     * @param seed what all randomness comes from
     */
    public GradeModel train(Recipe recipe, int firstUse, int seed) {
        prepare(recipe);
        List<Integer> days = days(recipe, firstUse);
        int columns = recipe.features().size();
        RankTable table = table(recipe.features());
        Ridge ridge = new Ridge(columns);
        if (recipe.linearShare() > 0) {
            recipe.targets().forEach(target -> ridge.add(TrainingRows.of(table, columns, targetGrid(target), days)));
        }
        List<Tree> trees = new ArrayList<>();
        if (recipe.treeShare() > 0) {
            // Members do not depend on each other, and are put together in their order.
            recipe.targets().parallelStream()
                    .map(target -> grow(
                            recipe,
                            TrainingRows.of(table, columns, targetGrid(target), days),
                            seed + 1009 * target.horizon()))
                    .toList()
                    .forEach(trees::addAll);
        }
        if (days.isEmpty() || (trees.isEmpty() && recipe.priorShare() == 0)) {
            throw new ModelException.TrainingFailed("too few token-days before the first use to train on", null);
        }
        Scorer scorer = new Combination(recipe, ridge, trees).over(samples(table, columns, days));
        return new GradeModel(recipe.features(), scorer, recipe.halfLife());
    }

    /** The days a model may learn from: s + 1 + 2 h before its first use. */
    List<Integer> days(Recipe recipe, int firstUse) {
        List<Integer> days = new ArrayList<>();
        int last = Math.min(firstUse - 2 - 2 * recipe.purgeHorizon(), panel.days() - 1);
        int first = firstDay();
        for (int t = last; t >= first; t--) {
            // Counted from the calendar's first day, so that a later first use only adds days.
            if (t % recipe.dayStep() == 0) {
                days.addFirst(t);
            }
        }
        return days;
    }

    private int firstDay() {
        for (int t = 0; t < panel.days(); t++) {
            int members = 0;
            for (int i = 0; i < panel.tokens(); i++) {
                members += universe.contains(i, t) ? 1 : 0;
            }
            if (members >= LEAST_UNIVERSE) {
                return t;
            }
        }
        return panel.days();
    }

    private static List<Tree> grow(Recipe recipe, TrainingRows rows, int seed) {
        // With fewer rows there is no tree to grow, and what is known beforehand makes the score.
        if (rows.count() < 2 * recipe.trees().leastRows()) {
            return List.of();
        }
        int[] directions = recipe.monotone()
                ? recipe.features().stream().mapToInt(ModelFeature::direction).toArray()
                : new int[0];
        if (recipe.columnDropout() > 0) {
            new ColumnDropout(recipe.features()).apply(rows, recipe.columnDropout(), seed);
        }
        List<Tree> trees = new ArrayList<>();
        try (LightGbm data = new LightGbm(rows.features(), rows.count(), recipe.trees())) {
            data.label(rows.targets());
            for (int member = 0; member < recipe.seeds(); member++) {
                trees.addAll(data.grow(recipe.trees(), directions, seed + 101 * member));
            }
        }
        return trees;
    }

    /** The universe's token-days, every second of the days trained on: what the parts' spreads are measured over. */
    private List<double[]> samples(RankTable table, int columns, List<Integer> days) {
        List<double[]> samples = new ArrayList<>();
        for (int k = 0; k < days.size(); k += 2) {
            for (int i = 0; i < panel.tokens(); i++) {
                if (universe.contains(i, days.get(k))) {
                    double[] row = new double[columns];
                    table.copy(i, days.get(k), row);
                    samples.add(row);
                }
            }
        }
        return samples;
    }

    private RankTable table(List<ModelFeature> wanted) {
        return ranks.computeIfAbsent(
                wanted,
                list -> RankTable.of(
                        j -> feature(list.get(j).id()).compute(context),
                        list.size(),
                        universe,
                        ratable,
                        panel.tokens(),
                        panel.days()));
    }

    static Feature feature(String id) {
        return FeatureCatalog.find(id)
                .orElseThrow(() -> new ModelException.Unsupported("the feature " + id + " is not known"));
    }

    private Grid targetGrid(Target target) {
        return targetGrids.computeIfAbsent(target, targets);
    }
}
