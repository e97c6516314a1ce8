package org.assay.ratings.model;

/**
 * A regression tree. Inner nodes are numbered from 0, node 0 is the root; a child below 0 is the leaf {@code -1 - child}.
 *
 * @param feature the feature an inner node asks for
 * @param threshold at most this goes left
 * @param missingLeft whether a missing value goes left
 * @param left the left child
 * @param right the right child
 * @param count how many training rows passed an inner node
 * @param value the value of a leaf
 * @param leafCount how many training rows ended in a leaf
 */
@SuppressWarnings("ArrayRecordComponent") // read in the innermost loop, and compared nowhere
record Tree(
        int[] feature,
        double[] threshold,
        boolean[] missingLeft,
        int[] left,
        int[] right,
        int[] count,
        double[] value,
        int[] leafCount) {

    double score(double[] ranks) {
        if (feature.length == 0) {
            return value[0];
        }
        int node = 0;
        while (node >= 0) {
            node = next(node, ranks);
        }
        return value[-1 - node];
    }

    /** Which way a token would go at each inner node: bit n is 1 where node n sends it left. */
    int answers(double[] ranks) {
        int answers = 0;
        for (int node = 0; node < feature.length; node++) {
            answers |= next(node, ranks) == left[node] ? 1 << node : 0;
        }
        return answers;
    }

    /** The child that a token goes to. */
    int next(int node, double[] ranks) {
        double x = ranks[feature[node]];
        boolean goesLeft = Double.isNaN(x) ? missingLeft[node] : x <= threshold[node];
        return goesLeft ? left[node] : right[node];
    }

    /** The mean value of the training rows. */
    double mean() {
        double sum = 0;
        double rows = 0;
        for (int leaf = 0; leaf < value.length; leaf++) {
            sum += value[leaf] * leafCount[leaf];
            rows += leafCount[leaf];
        }
        return rows == 0 ? value[0] : sum / rows;
    }

    int rows(int child) {
        return child < 0 ? leafCount[-1 - child] : count[child];
    }

    /** The same tree with every value multiplied. */
    Tree scaled(double factor) {
        double[] values = new double[value.length];
        for (int leaf = 0; leaf < values.length; leaf++) {
            // Rounded to what the model file stores.
            values[leaf] = (float) (value[leaf] * factor);
        }
        return new Tree(feature, threshold, missingLeft, left, right, count, values, leafCount);
    }
}
