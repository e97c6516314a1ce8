package org.assay.ratings.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.ratings.feature.Feature;
import org.assay.ratings.feature.FeatureCatalog;
import org.assay.ratings.feature.FeatureGroup;

/**
 * The recipes of both grades.
 *
 * @param trader of the Trader Grade
 * @param investor of the Investor Grade
 */
public record Recipes(Recipe trader, Recipe investor) {

    /** Well-founded directions: the calm, the widely followed, the undiluted and the lastingly strong do better. */
    private static final Map<String, Integer> DIRECTIONS = Map.ofEntries(
            Map.entry("range7", -1),
            Map.entry("range30", -1),
            Map.entry("range90", -1),
            Map.entry("rangemed30", -1),
            Map.entry("park30", -1),
            Map.entry("gk14", -1),
            Map.entry("rs30", -1),
            Map.entry("mad90", -1),
            Map.entry("rangevol", -1),
            Map.entry("ivol30", -1),
            Map.entry("ivol90", -1),
            Map.entry("corr30", 1),
            Map.entry("corr90", 1),
            Map.entry("skew90", -1),
            Map.entry("updown90", -1),
            Map.entry("max30", -1),
            Map.entry("max90", -1),
            Map.entry("cs30", -1),
            Map.entry("volumevol30", -1),
            Map.entry("voltrend7", -1),
            Map.entry("turnover7", -1),
            Map.entry("amihud90", -1),
            Map.entry("pvcorr30", -1),
            Map.entry("ac1_60", -1),
            Map.entry("dil180", -1),
            Map.entry("dil365", -1),
            Map.entry("size", 1),
            Map.entry("mom60", -1),
            Map.entry("mom365_30", 1));

    /** What makes up the prior part, each with the same weight. */
    private static final Set<String> PRIOR = Set.of(
            "range30",
            "mad90",
            "rs30",
            "ivol30",
            "ivol90",
            "corr30",
            "corr90",
            "cs30",
            "skew90",
            "mom60",
            "dil365",
            "volumevol30",
            "pvcorr30",
            "voltrend7");

    /** Indicators that say what momentum and distance from the average say already, and cost much time. */
    private static final Set<String> SPARED = Set.of("percent_b20", "cci20", "ravi7_65", "age");

    /** The state of the market lets trees learn dates by heart; chain data exist for too few tokens. */
    private static final Set<FeatureGroup> LEFT_OUT = Set.of(FeatureGroup.MARKET, FeatureGroup.CHAIN);

    /** Sources come and go: in 2021 a third of the panel's rows have no capitalisation. */
    private static final double COLUMN_DROPOUT = 0.15;

    /** The recipes by which the shipped model was made. */
    public static Recipes standard() {
        return with(200, 250, 3, 1, 2500);
    }

    /**
     * What grades by the standard recipes were worth from 2018 to 2021 on the shared panel, each year by a model trained on the
     * 1st of January on what was known then; judged by the protocol. Goes into every model's provenance.
     */
    static final Map<String, String> DEVELOPMENT = Map.of(
            "development.h1", "ic 0.0819, volatility-neutral 0.0569, net of 10 bp 6.3 bp, hit 0.550",
            "development.h7", "ic 0.1107, volatility-neutral 0.0716, net of 30 bp 48.9 bp, hit 0.566",
            "development.h30", "ic 0.1472, volatility-neutral 0.0902, net of 30 bp 182 bp, hit 0.587",
            "development.h90", "ic 0.1729, volatility-neutral 0.1045, net of 30 bp -377 bp, hit 0.613");

    /** Smaller trainings of the same kind, for panels of a few tokens and days. */
    public static Recipes small() {
        return with(20, 20, 1, 2, 50);
    }

    private static Recipes with(int traderRounds, int investorRounds, int seeds, int dayStep, int leastRows) {
        Recipe trader = new Recipe(
                features(),
                targets(1, 3, 7),
                seeds,
                new TreeSettings(traderRounds, 8, leastRows, 0.05, 0.2, 0.5, 50),
                COLUMN_DROPOUT,
                true,
                0.25,
                0,
                0.75,
                0.3,
                14,
                dayStep,
                0);
        Recipe investor = new Recipe(
                features(),
                targets(7, 14, 30),
                seeds,
                new TreeSettings(investorRounds, 8, leastRows, 0.05, 0.15, 0.5, 50),
                COLUMN_DROPOUT,
                true,
                0.5,
                0,
                0.5,
                0.3,
                90,
                dayStep,
                0);
        return new Recipes(trader, investor);
    }

    private static List<Target> targets(int... horizons) {
        List<Target> targets = new ArrayList<>();
        for (int horizon : horizons) {
            targets.add(new Target(horizon, Target.Kind.RANK));
        }
        return targets;
    }

    private static List<ModelFeature> features() {
        List<ModelFeature> features = new ArrayList<>();
        for (Feature feature : FeatureCatalog.all()) {
            if (!LEFT_OUT.contains(feature.group()) && !SPARED.contains(feature.id())) {
                int direction = DIRECTIONS.getOrDefault(feature.id(), 0);
                features.add(new ModelFeature(feature.id(), direction, PRIOR.contains(feature.id()) ? direction : 0));
            }
        }
        return features;
    }
}
