package org.assay.ratings.model;

import java.util.List;

/**
 * The score of a token: a base value, a weight times each centred rank, and the sum of many trees. Ranks are percentile
 * ranks in [0,1]; a missing one counts as 0.5 in the linear part and takes its own way in the trees.
 */
public final class Scorer {

    private static final double MIDDLE = 0.5;

    private final double base;
    private final double[] weights;
    private final List<Tree> trees;
    private final double treeMean;
    private final int deepest;

    /**
     * @param base what is added to every score
     * @param weights one weight for each feature
     */
    Scorer(double base, double[] weights, List<Tree> trees) {
        this.base = base;
        this.weights = weights.clone();
        this.trees = List.copyOf(trees);
        double mean = 0;
        int most = 0;
        for (Tree tree : trees) {
            mean += tree.mean();
            most = Math.max(most, tree.feature().length);
        }
        this.treeMean = mean;
        this.deepest = most;
    }

    /** How many features it reads. */
    public int features() {
        return weights.length;
    }

    double base() {
        return base;
    }

    double[] weights() {
        return weights.clone();
    }

    List<Tree> trees() {
        return trees;
    }

    /**
     * The score of a token.
     *
     * @param ranks its features, NaN where missing
     */
    public double score(double[] ranks) {
        return scores(List.of(ranks))[0];
    }

    /** The scores of many tokens, in their order. Tree by tree: a tree then stays in the processor's cache. */
    public double[] scores(List<double[]> tokens) {
        double[][] rows = tokens.toArray(double[][]::new);
        double[] sums = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            sums[i] = linear(rows[i]);
        }
        for (Tree tree : trees) {
            for (int i = 0; i < rows.length; i++) {
                sums[i] += tree.score(rows[i]);
            }
        }
        return sums;
    }

    private double linear(double[] ranks) {
        double sum = base;
        for (int j = 0; j < weights.length; j++) {
            if (!Double.isNaN(ranks[j])) {
                sum += weights[j] * (ranks[j] - MIDDLE);
            }
        }
        return sum;
    }

    /** The score of a token about which nothing is known; contributions are differences from it. */
    public double baseValue() {
        return base + treeMean;
    }

    /** Says what each feature adds to {@link #baseValue()}. */
    public Explainer explainer() {
        return new Explainer(weights, trees, deepest);
    }
}
