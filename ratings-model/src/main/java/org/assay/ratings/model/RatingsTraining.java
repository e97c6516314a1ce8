package org.assay.ratings.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assay.ratings.feature.FeatureContext;
import org.assay.ratings.feature.Membership;
import org.assay.ratings.panel.Panel;

/** Trains models of both grades on a panel, for first use on any day of it or after it. */
public final class RatingsTraining {

    /** The last days of data sources; no holding window may span one. */
    public static final List<LocalDate> SOURCE_BREAKS = List.of(LocalDate.of(2020, 12, 16));

    private final Panel panel;
    private final String panelDigest;
    private final Trainer trainer;

    /**
     * Trainings on one panel.
     *
     * @param panelDigest the SHA-256 of the panel's file, for the provenance
     * @param universe the tokens that grades are judged on
     * @param ratable the tokens that can be graded
     */
    public RatingsTraining(Panel panel, String panelDigest, Membership universe, Membership ratable) {
        this.panel = panel;
        this.panelDigest = panelDigest;
        FeatureContext context = FeatureContext.of(panel, universe);
        this.trainer = new Trainer(context, ratable, new TrainingTargets(context, ratable, SOURCE_BREAKS)::of);
    }

    /**
     * Trains a model that has seen nothing it could not know on the day of its first use.
     *
     * @param version what the model will be called
     * @param firstUse the first UTC day it will grade
     * @param seed what all randomness comes from
     */
    public RatingsModel train(String version, Recipes recipes, LocalDate firstUse, int seed) {
        int day = panel.index(firstUse);
        trainer.prepare(recipes.trader());
        trainer.prepare(recipes.investor());
        List<GradeModel> models = IntStream.range(0, 2)
                .parallel()
                .mapToObj(grade -> grade == 0
                        ? trainer.train(recipes.trader(), day, seed)
                        : trainer.train(recipes.investor(), day, seed + 500_000))
                .toList();
        GradeModel trader = models.getFirst();
        GradeModel investor = models.getLast();
        Map<String, String> provenance = new TreeMap<>();
        provenance.put("panel.sha256", panelDigest);
        provenance.put("panel.first-day", panel.firstDay().toString());
        provenance.put("panel.last-day", panel.day(panel.days() - 1).toString());
        provenance.put("panel.tokens", Integer.toString(panel.tokens()));
        provenance.put("first-use", firstUse.toString());
        provenance.put("seed", Integer.toString(seed));
        if (recipes.equals(Recipes.standard())) {
            provenance.putAll(Recipes.DEVELOPMENT);
        }
        describe("trader", recipes.trader(), trader, day, provenance);
        describe("investor", recipes.investor(), investor, day, provenance);
        return new RatingsModel(version, trader, investor, provenance);
    }

    private void describe(String name, Recipe recipe, GradeModel model, int firstUse, Map<String, String> provenance) {
        List<Integer> days = trainer.days(recipe, firstUse);
        provenance.put(name + ".days.first", panel.day(days.getFirst()).toString());
        provenance.put(name + ".days.last", panel.day(days.getLast()).toString());
        provenance.put(name + ".days.count", Integer.toString(days.size()));
        provenance.put(name + ".targets", recipe.targets().toString());
        provenance.put(name + ".seeds", Integer.toString(recipe.seeds()));
        provenance.put(name + ".trees", recipe.trees().toString());
        provenance.put(
                name + ".trees.count", Integer.toString(model.scorer().trees().size()));
        provenance.put(name + ".column-dropout", Double.toString(recipe.columnDropout()));
        provenance.put(name + ".trees.monotone", Boolean.toString(recipe.monotone()));
        provenance.put(
                name + ".shares",
                "prior " + recipe.priorShare() + ", linear " + recipe.linearShare() + ", trees " + recipe.treeShare());
        provenance.put(name + ".ridge", Double.toString(recipe.ridge()));
        provenance.put(name + ".purge-horizon", Integer.toString(recipe.purgeHorizon()));
        provenance.put(name + ".half-life", Double.toString(recipe.halfLife()));
        provenance.put(name + ".features", new TreeMap<>(model.versions()).toString());
    }
}
