package org.assay.ratings.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Adds the parts of a model to one score, each in units of its own standard deviation over the universe. */
final class Combination {

    private final Recipe recipe;
    private final Ridge ridge;
    private final List<Tree> trees;

    Combination(Recipe recipe, Ridge ridge, List<Tree> trees) {
        this.recipe = recipe;
        this.ridge = ridge;
        this.trees = trees;
    }

    /** The score, with spreads measured over ranks of token-days of the universe. */
    Scorer over(List<double[]> samples) {
        int columns = recipe.features().size();
        double[] weights = new double[columns];
        double base = 0;
        if (recipe.priorShare() > 0) {
            double[] prior =
                    recipe.features().stream().mapToDouble(ModelFeature::prior).toArray();
            base += add(weights, prior, recipe.priorShare(), samples);
        }
        if (recipe.linearShare() > 0) {
            base += add(weights, ridge.weights(recipe.ridge()), recipe.linearShare(), samples);
        }
        List<Tree> scaled = new ArrayList<>();
        if (!trees.isEmpty()) {
            Scorer forest = new Scorer(0, new double[columns], trees);
            Spread spread = Spread.of(samples, forest::score);
            double factor = recipe.treeShare() / spread.deviation();
            trees.forEach(tree -> scaled.add(tree.scaled(factor)));
            base -= spread.mean() * factor;
        }
        return new Scorer(base, weights, scaled);
    }

    private static double add(double[] weights, double[] part, double share, List<double[]> samples) {
        Spread spread = Spread.of(samples, new Scorer(0, part, List.of())::score);
        double factor = share / spread.deviation();
        for (int j = 0; j < weights.length; j++) {
            weights[j] += part[j] * factor;
        }
        return -spread.mean() * factor;
    }

    private record Spread(double mean, double deviation) {

        static Spread of(List<double[]> samples, ToDoubleFunction<double[]> score) {
            double sum = 0;
            double[] scores = new double[samples.size()];
            for (int k = 0; k < scores.length; k++) {
                scores[k] = score.applyAsDouble(samples.get(k));
                sum += scores[k];
            }
            double mean = sum / scores.length;
            double squares = 0;
            for (double value : scores) {
                squares += (value - mean) * (value - mean);
            }
            double deviation = Math.sqrt(squares / scores.length);
            if (!(deviation > 0)) {
                throw new ModelException.TrainingFailed("a part of the model says the same of every token", null);
            }
            return new Spread(mean, deviation);
        }
    }
}
