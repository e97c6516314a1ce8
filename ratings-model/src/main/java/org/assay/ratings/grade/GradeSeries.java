package org.assay.ratings.grade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.ratings.feature.Membership;
import org.assay.ratings.feature.RankTable;
import org.assay.ratings.model.GradeModel;
import org.assay.ratings.panel.Grid;

/** One grade of all tokens over some days: scores, standings, smoothed standings, grades. */
final class GradeSeries {

    private static final int LEAST_TOKENS = 10;

    private final GradeModel model;
    private final RankTable ranks;
    private final Membership universe;
    private final Membership ratable;
    private final Map<Integer, List<Double>> referenceScores = new HashMap<>();
    private final Map<Integer, List<Double>> referenceSmoothed = new HashMap<>();
    private final Grid scores;
    private final Grid standings;
    private final Grid smoothed;
    private final Grid grades;

    /**
     * @param features the model's features, in its order, on the days of a (sliced) panel
     * @param wanted the days that get grades; they and the days their smoothing looks at are scored, no other
     */
    GradeSeries(GradeModel model, List<Grid> features, Membership universe, Membership ratable, BitSet wanted) {
        this.model = model;
        this.universe = universe;
        this.ratable = ratable;
        int tokens = features.getFirst().tokens();
        int days = features.getFirst().days();
        this.ranks = RankTable.of(features, universe, ratable, 0, days);
        this.scores = Grid.missing(tokens, days);
        this.standings = Grid.missing(tokens, days);
        this.smoothed = Grid.missing(tokens, days);
        this.grades = Grid.missing(tokens, days);
        double[] weights = weights(model.halfLife());
        for (int t = 0; t < days; t++) {
            int next = wanted.nextSetBit(t);
            if (next >= 0 && next - t < weights.length) {
                score(t);
                place(scores, standings, 1, t);
            }
            if (next == t) {
                smooth(weights, t);
                place(smoothed, grades, 100, t);
            }
        }
    }

    /** How many days of standings a grade looks at, itself included. */
    static int smoothingDays(double halfLife) {
        return halfLife == 0 ? 1 : (int) Math.ceil(4 * halfLife) + 1;
    }

    /** The weight of the standing of 0, 1, 2 ... days before: halved every half-life. */
    static double[] weights(double halfLife) {
        double[] weights = new double[smoothingDays(halfLife)];
        for (int age = 0; age < weights.length; age++) {
            weights[age] = age == 0 ? 1 : StrictMath.pow(0.5, age / halfLife);
        }
        return weights;
    }

    double score(int token, int day) {
        return scores.get(token, day);
    }

    double standing(int token, int day) {
        return standings.get(token, day);
    }

    double smoothed(int token, int day) {
        return smoothed.get(token, day);
    }

    /** 0 to 100; NaN where there is none. */
    double grade(int token, int day) {
        return grades.get(token, day);
    }

    double[] ranks(int token, int day) {
        double[] row = new double[model.features().size()];
        ranks.copy(token, day, row);
        return row;
    }

    /** The scores of the day's reference tokens, ascending. */
    List<Double> referenceScores(int day) {
        return referenceScores.computeIfAbsent(
                day, t -> Arrays.stream(reference(scores, t)).boxed().toList());
    }

    /** The smoothed standings of the day's reference tokens, ascending. */
    List<Double> referenceSmoothed(int day) {
        return referenceSmoothed.computeIfAbsent(
                day, t -> Arrays.stream(reference(smoothed, t)).boxed().toList());
    }

    /** The reference tokens of a day that have a score. */
    int[] referenceTokens(int day) {
        return Arrays.stream(RankTable.reference(universe, ratable, scores.tokens(), day))
                .filter(token -> scores.has(token, day))
                .toArray();
    }

    private void score(int day) {
        List<double[]> rows = new ArrayList<>();
        int[] tokens = new int[scores.tokens()];
        for (int i = 0; i < scores.tokens(); i++) {
            if (ratable.contains(i, day)) {
                double[] row = ranks(i, day);
                int known = 0;
                for (double rank : row) {
                    known += Double.isNaN(rank) ? 0 : 1;
                }
                if (2 * known >= row.length) {
                    tokens[rows.size()] = i;
                    rows.add(row);
                }
            }
        }
        double[] values = model.scorer().scores(rows);
        for (int k = 0; k < values.length; k++) {
            scores.set(tokens[k], day, values[k]);
        }
    }

    private void place(Grid values, Grid result, double scale, int day) {
        double[] sorted = reference(values, day);
        if (sorted.length < LEAST_TOKENS) {
            return;
        }
        for (int i = 0; i < values.tokens(); i++) {
            if (values.has(i, day)) {
                result.set(i, day, scale * RankTable.place(sorted, sorted.length, values.get(i, day)));
            }
        }
    }

    private void smooth(double[] weights, int day) {
        for (int i = 0; i < scores.tokens(); i++) {
            if (!standings.has(i, day)) {
                continue;
            }
            double sum = 0;
            double total = 0;
            for (int age = 0; age < weights.length && age <= day; age++) {
                if (standings.has(i, day - age)) {
                    sum += weights[age] * standings.get(i, day - age);
                    total += weights[age];
                }
            }
            smoothed.set(i, day, sum / total);
        }
    }

    private double[] reference(Grid values, int day) {
        return Arrays.stream(RankTable.reference(universe, ratable, values.tokens(), day))
                .mapToDouble(token -> values.get(token, day))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }
}
