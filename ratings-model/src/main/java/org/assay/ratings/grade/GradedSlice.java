package org.assay.ratings.grade;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.ratings.feature.Feature;
import org.assay.ratings.feature.FeatureGroup;
import org.assay.ratings.feature.Membership;
import org.assay.ratings.feature.RankTable;
import org.assay.ratings.model.Explainer;
import org.assay.ratings.model.GradeModel;
import org.assay.ratings.model.ModelFeature;
import org.assay.ratings.model.RatingsModel;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.universe.Universe;

/**
 * Some days of a panel, graded. Only as much history is looked at as the model can depend on; days are indices of the whole
 * panel.
 */
final class GradedSlice {

    private final RatingsModel model;
    private final Panel panel;
    private final int offset;
    private final Universe universe;
    private final Eligibility eligibility;
    private final ScoredFeatures features;
    private final Map<GradeKind, GradeSeries> series = new EnumMap<>(GradeKind.class);
    private final Map<GradeKind, Explainer> explainers = new EnumMap<>(GradeKind.class);

    private GradedSlice(
            RatingsModel model,
            Panel panel,
            int offset,
            Universe universe,
            Eligibility eligibility,
            ScoredFeatures features) {
        this.model = model;
        this.panel = panel;
        this.offset = offset;
        this.universe = universe;
        this.eligibility = eligibility;
        this.features = features;
    }

    static int historyDays(RatingsModel model) {
        int warmUp = 0;
        for (GradeKind kind : GradeKind.values()) {
            GradeModel grade = of(model, kind);
            for (ModelFeature feature : grade.features()) {
                warmUp = Math.max(warmUp, grade.feature(feature).warmUpDays());
            }
        }
        return warmUp + longestLookBack(model) + 1;
    }

    /** Grades the days from {@code from} (inclusive) to {@code to} (exclusive). */
    static GradedSlice of(
            RatingsModel model, Panel panel, Universe universe, Eligibility eligibility, int from, int to) {
        int offset = Math.max(0, from - longestLookBack(model));
        BitSet wanted = wanted(from - offset, to - offset);
        Membership members = (token, day) -> universe.contains(token, day + offset);
        Membership ratable = (token, day) -> eligibility.contains(token, day + offset);
        ScoredFeatures features = new ScoredFeatures(panel, universe::contains, offset, to);
        GradedSlice slice = new GradedSlice(model, panel, offset, universe, eligibility, features);
        for (GradeKind kind : GradeKind.values()) {
            GradeModel grade = of(model, kind);
            List<Grid> inputs = new ArrayList<>();
            for (ModelFeature feature : grade.features()) {
                inputs.add(features.grid(grade.feature(feature)));
            }
            slice.series.put(kind, new GradeSeries(grade, inputs, members, ratable, wanted));
        }
        return slice;
    }

    /** The days themselves, and those that their grades are compared with. */
    private static BitSet wanted(int from, int to) {
        BitSet wanted = new BitSet();
        wanted.set(from, to);
        for (int day = from; day < to; day++) {
            wanted.set(Math.max(0, day - 1));
            wanted.set(Math.max(0, day - MomentumLabel.DAYS));
        }
        return wanted;
    }

    private static int longestLookBack(RatingsModel model) {
        return Math.max(
                lookBack(model.trader().halfLife()), lookBack(model.investor().halfLife()));
    }

    int tokens() {
        return panel.tokens();
    }

    LocalDate date(int day) {
        return panel.day(day);
    }

    boolean seen(int token, int day) {
        return eligibility.seen(token, day);
    }

    double grade(GradeKind kind, int token, int day) {
        return day < offset ? Double.NaN : series(kind).grade(token, day - offset);
    }

    double score(GradeKind kind, int token, int day) {
        return series(kind).score(token, day - offset);
    }

    double standing(GradeKind kind, int token, int day) {
        return series(kind).standing(token, day - offset);
    }

    double smoothed(GradeKind kind, int token, int day) {
        return series(kind).smoothed(token, day - offset);
    }

    NoGradeReason reason(GradeKind kind, int token, int day) {
        return eligibility
                .reason(token, day)
                .orElseGet(() -> Double.isNaN(score(kind, token, day))
                        ? NoGradeReason.TOO_FEW_INPUTS
                        : NoGradeReason.TOO_FEW_TOKENS);
    }

    TokenGrades token(int token, int day, Map<GradeKind, GradeOutcome> outcomes) {
        return new TokenGrades(
                panel.symbols().get(token),
                token,
                universe.contains(token, day),
                outcome(outcomes, GradeKind.TRADER),
                outcome(outcomes, GradeKind.INVESTOR));
    }

    /** For each token with a score the place of each group's contribution among the reference tokens', 0 to 100. */
    Map<Integer, Map<FeatureGroup, Double>> subScores(GradeKind kind, int day) {
        GradeSeries grades = series(kind);
        int t = day - offset;
        Map<Integer, Map<FeatureGroup, Double>> sums = new HashMap<>();
        for (int i = 0; i < panel.tokens(); i++) {
            if (!Double.isNaN(grades.grade(i, t))) {
                sums.put(i, groupSums(kind, grades.ranks(i, t)));
            }
        }
        Map<Integer, Map<FeatureGroup, Double>> places = new HashMap<>();
        int[] reference = grades.referenceTokens(t);
        for (FeatureGroup group : FeatureGroup.values()) {
            double[] sorted = Arrays.stream(reference)
                    .mapToDouble(token -> sums.getOrDefault(token, Map.of()).getOrDefault(group, Double.NaN))
                    .filter(sum -> !Double.isNaN(sum))
                    .sorted()
                    .toArray();
            sums.forEach((token, own) -> {
                double sum = own.getOrDefault(group, Double.NaN);
                if (!Double.isNaN(sum) && sorted.length > 0) {
                    places.computeIfAbsent(token, key -> new EnumMap<>(FeatureGroup.class))
                            .put(group, 100 * RankTable.place(sorted, sorted.length, sum));
                }
            });
        }
        return places;
    }

    Optional<Explanation> explain(int token, int day, GradeKind kind) {
        GradeSeries grades = series(kind);
        int t = day - offset;
        double grade = grades.grade(token, t);
        if (Double.isNaN(grade)) {
            return Optional.empty();
        }
        return Optional.of(new Explanation(
                date(day),
                panel.symbols().get(token),
                kind,
                model.version(),
                of(model, kind).scorer().baseValue(),
                inputs(kind, token, t),
                grades.score(token, t),
                grades.referenceScores(t),
                grades.standing(token, t),
                history(kind, token, day),
                grades.smoothed(token, t),
                grades.referenceSmoothed(t),
                grade));
    }

    private List<Explanation.Input> inputs(GradeKind kind, int token, int t) {
        GradeModel grade = of(model, kind);
        double[] ranks = series(kind).ranks(token, t);
        double[] contributions = explainer(kind).contributions(ranks);
        List<Explanation.Input> inputs = new ArrayList<>();
        for (int j = 0; j < ranks.length; j++) {
            Feature feature = grade.feature(grade.features().get(j));
            inputs.add(new Explanation.Input(
                    feature.id(),
                    feature.version(),
                    feature.group(),
                    feature.definition(),
                    feature.unit(),
                    features.grid(feature).get(token, t),
                    ranks[j],
                    contributions[j]));
        }
        return inputs;
    }

    private List<Explanation.PastStanding> history(GradeKind kind, int token, int day) {
        double[] weights = GradeSeries.weights(of(model, kind).halfLife());
        List<Explanation.PastStanding> history = new ArrayList<>();
        for (int age = 0; age < weights.length && day - age >= offset; age++) {
            double standing = standing(kind, token, day - age);
            if (!Double.isNaN(standing)) {
                history.add(new Explanation.PastStanding(date(day - age), standing, weights[age]));
            }
        }
        return history;
    }

    private Map<FeatureGroup, Double> groupSums(GradeKind kind, double[] ranks) {
        GradeModel grade = of(model, kind);
        double[] contributions = explainer(kind).contributions(ranks);
        Map<FeatureGroup, Double> sums = new EnumMap<>(FeatureGroup.class);
        for (int j = 0; j < ranks.length; j++) {
            sums.merge(grade.feature(grade.features().get(j)).group(), contributions[j], Double::sum);
        }
        return sums;
    }

    private Explainer explainer(GradeKind kind) {
        return explainers.computeIfAbsent(
                kind, wanted -> of(model, wanted).scorer().explainer());
    }

    private GradeSeries series(GradeKind kind) {
        GradeSeries found = series.get(kind);
        if (found == null) {
            throw new IllegalStateException("no " + kind + " grade in this slice");
        }
        return found;
    }

    private static GradeModel of(RatingsModel model, GradeKind kind) {
        return switch (kind) {
            case TRADER -> model.trader();
            case INVESTOR -> model.investor();
        };
    }

    /** How many days before the first one are scored: for its smoothing and that of the grade 7 days before. */
    private static int lookBack(double halfLife) {
        return GradeSeries.smoothingDays(halfLife) - 1 + MomentumLabel.DAYS;
    }

    private static GradeOutcome outcome(Map<GradeKind, GradeOutcome> outcomes, GradeKind kind) {
        GradeOutcome outcome = outcomes.get(kind);
        if (outcome == null) {
            throw new IllegalStateException("no " + kind + " outcome");
        }
        return outcome;
    }
}
