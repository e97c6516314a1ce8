package org.assay.ratings.model;

/**
 * Exact Shapley values of a tree's features, by the path-dependent TreeSHAP of Lundberg, Erion and Lee (2018), algorithm 2.
 * An instance serves one thread.
 */
final class TreeContributions {

    /** The features met on the way to a node, and the weight of the subsets of each size. */
    private static final class Path {
        private final int[] feature;
        private final double[] zero;
        private final double[] one;
        private final double[] weight;

        private Path(int length) {
            feature = new int[length];
            zero = new double[length];
            one = new double[length];
            weight = new double[length];
        }

        private void copy(Path other, int length) {
            System.arraycopy(other.feature, 0, feature, 0, length);
            System.arraycopy(other.zero, 0, zero, 0, length);
            System.arraycopy(other.one, 0, one, 0, length);
            System.arraycopy(other.weight, 0, weight, 0, length);
        }

        private void extend(int depth, double zeroFraction, double oneFraction, int of) {
            feature[depth] = of;
            zero[depth] = zeroFraction;
            one[depth] = oneFraction;
            weight[depth] = depth == 0 ? 1 : 0;
            for (int i = depth - 1; i >= 0; i--) {
                weight[i + 1] += oneFraction * weight[i] * (i + 1) / (depth + 1.0);
                weight[i] = zeroFraction * weight[i] * (depth - i) / (depth + 1.0);
            }
        }

        private void unwind(int depth, int index) {
            double oneFraction = one[index];
            double zeroFraction = zero[index];
            double next = weight[depth];
            for (int i = depth - 1; i >= 0; i--) {
                if (oneFraction == 0) {
                    weight[i] = weight[i] * (depth + 1) / (zeroFraction * (depth - i));
                } else {
                    double before = weight[i];
                    weight[i] = next * (depth + 1) / ((i + 1) * oneFraction);
                    next = before - weight[i] * zeroFraction * (depth - i) / (depth + 1.0);
                }
            }
            for (int i = index; i < depth; i++) {
                feature[i] = feature[i + 1];
                zero[i] = zero[i + 1];
                one[i] = one[i + 1];
            }
        }

        private double unwoundSum(int depth, int index) {
            double oneFraction = one[index];
            double zeroFraction = zero[index];
            double next = weight[depth];
            double total = 0;
            for (int i = depth - 1; i >= 0; i--) {
                if (oneFraction == 0) {
                    total += weight[i] * (depth + 1) / (zeroFraction * (depth - i));
                } else {
                    double part = next * (depth + 1) / ((i + 1) * oneFraction);
                    total += part;
                    next = weight[i] - part * zeroFraction * (depth - i) / (depth + 1.0);
                }
            }
            return total;
        }
    }

    private final Path[] paths;
    private double[] ranks = {};
    private double[] sums = {};

    /** A walker over trees with at most {@code deepest} inner nodes on a way from the root to a leaf. */
    TreeContributions(int deepest) {
        this.paths = new Path[deepest + 2];
        for (int k = 0; k < paths.length; k++) {
            paths[k] = new Path(deepest + 2);
        }
    }

    /** Adds a tree's contributions, by feature, to {@code target}. */
    void add(Tree tree, double[] of, double[] target) {
        ranks = of;
        sums = target;
        if (tree.feature().length > 0) {
            walk(tree, 0, new Step(0, 0, 1, 1, -1));
        }
    }

    /** How a node was reached: recursion level, unique features so far, and the fractions of the feature asked last. */
    private record Step(int level, int depth, double zero, double one, int feature) {}

    private void walk(Tree tree, int node, Step step) {
        Path path = paths[step.level];
        if (step.level > 0) {
            path.copy(paths[step.level - 1], step.depth);
        }
        path.extend(step.depth, step.zero, step.one, step.feature);
        if (node < 0) {
            double value = tree.value()[-1 - node];
            for (int i = 1; i <= step.depth; i++) {
                sums[path.feature[i]] += path.unwoundSum(step.depth, i) * (path.one[i] - path.zero[i]) * value;
            }
            return;
        }
        int asked = tree.feature()[node];
        int depth = step.depth;
        double zero = 1;
        double one = 1;
        for (int i = 1; i <= depth; i++) {
            if (path.feature[i] == asked) {
                zero = path.zero[i];
                one = path.one[i];
                path.unwind(depth, i);
                depth--;
                break;
            }
        }
        int hot = tree.next(node, ranks);
        int cold = hot == tree.left()[node] ? tree.right()[node] : tree.left()[node];
        double rows = tree.rows(node);
        walk(tree, hot, new Step(step.level + 1, depth + 1, zero * tree.rows(hot) / rows, one, asked));
        walk(tree, cold, new Step(step.level + 1, depth + 1, zero * tree.rows(cold) / rows, 0, asked));
    }
}
