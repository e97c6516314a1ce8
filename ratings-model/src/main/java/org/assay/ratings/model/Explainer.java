package org.assay.ratings.model;

import java.util.List;

/**
 * The exact contributions of features to a scorer's scores. A tree's contributions hang on nothing but the answers at its
 * nodes, so that those of answers seen before are looked up: explaining many tokens costs little more than scoring them. An
 * instance serves one thread.
 */
public final class Explainer {

    /** Up to this many nodes the contributions of all possible answers are kept. */
    private static final int MOST_NODES = 8;

    private static final double MIDDLE = 0.5;

    private final double[] weights;
    private final List<Tree> trees;
    private final TreeContributions walker;
    private final double[] scratch;
    private final double[][][] known;

    Explainer(double[] weights, List<Tree> trees, int deepest) {
        this.weights = weights;
        this.trees = trees;
        this.walker = new TreeContributions(deepest);
        this.scratch = new double[weights.length];
        this.known = new double[trees.size()][][];
        for (int k = 0; k < known.length; k++) {
            int nodes = trees.get(k).feature().length;
            known[k] = new double[nodes <= MOST_NODES ? 1 << nodes : 0][];
        }
    }

    /** What each feature adds to the scorer's base value; together they make the score. */
    public double[] contributions(double[] ranks) {
        double[] sums = new double[weights.length];
        for (int k = 0; k < trees.size(); k++) {
            Tree tree = trees.get(k);
            double[] parts = parts(tree, k, ranks);
            int[] features = tree.feature();
            for (int node = 0; node < features.length; node++) {
                sums[features[node]] += parts[node];
            }
        }
        for (int j = 0; j < weights.length; j++) {
            if (!Double.isNaN(ranks[j])) {
                sums[j] += weights[j] * (ranks[j] - MIDDLE);
            }
        }
        return sums;
    }

    /** A tree's contributions by node: each feature's stands at the first node that asks for it. */
    private double[] parts(Tree tree, int index, double[] ranks) {
        double[][] seen = known[index];
        if (seen.length == 0) {
            return compute(tree, ranks);
        }
        int answers = tree.answers(ranks);
        double[] parts = seen[answers];
        if (parts == null) {
            parts = compute(tree, ranks);
            seen[answers] = parts;
        }
        return parts;
    }

    private double[] compute(Tree tree, double[] ranks) {
        walker.add(tree, ranks, scratch);
        double[] parts = new double[tree.feature().length];
        for (int node = 0; node < parts.length; node++) {
            int feature = tree.feature()[node];
            parts[node] = scratch[feature];
            scratch[feature] = 0;
        }
        return parts;
    }
}
