package org.assay.ratings.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The exact contributions of features to a scorer's scores. A tree's contributions hang on nothing but the answers at its
 * nodes, so that those of answers seen before are looked up: explaining many tokens costs little more than scoring them. An
 * instance serves one thread.
 */
public final class Explainer {

    private static final int MOST_NODES = 30;
    private static final double MIDDLE = 0.5;

    private final double[] weights;
    private final List<Tree> trees;
    private final TreeContributions walker;
    private final double[] scratch;
    private final List<Map<Integer, double[]>> known = new ArrayList<>();

    Explainer(double[] weights, List<Tree> trees, int deepest) {
        this.weights = weights;
        this.trees = trees;
        this.walker = new TreeContributions(deepest);
        this.scratch = new double[weights.length];
        for (int k = 0; k < trees.size(); k++) {
            known.add(new HashMap<>());
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
        if (tree.feature().length > MOST_NODES) {
            return compute(tree, ranks);
        }
        int answers = 0;
        for (int node = 0; node < tree.feature().length; node++) {
            answers |= tree.next(node, ranks) == tree.left()[node] ? 1 << node : 0;
        }
        return known.get(index).computeIfAbsent(answers, unseen -> compute(tree, ranks));
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
