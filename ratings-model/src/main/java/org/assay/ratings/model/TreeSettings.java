package org.assay.ratings.model;

import java.util.Locale;

/**
 * How the trees of one ensemble member are grown.
 *
 * @param rounds how many trees
 * @param leaves leaves per tree
 * @param leastRows training rows that a leaf needs
 * @param learningRate how much of each tree's fit is taken
 * @param featureShare the share of features each tree may use
 * @param rowShare the share of rows each tree sees
 * @param l2 the penalty on squared leaf values, in rows
 */
public record TreeSettings(
        int rounds, int leaves, int leastRows, double learningRate, double featureShare, double rowShare, double l2) {

    /** LightGBM's parameters; one thread and fixed seeds, so that the same data give the same trees. */
    String parameters(int seed) {
        return String.format(
                Locale.ROOT,
                "objective=regression verbosity=-1 num_threads=1 deterministic=true force_row_wise=true max_bin=63"
                        + " num_leaves=%d min_data_in_leaf=%d learning_rate=%s feature_fraction=%s bagging_fraction=%s"
                        + " bagging_freq=1 lambda_l2=%s seed=%d bagging_seed=%d feature_fraction_seed=%d"
                        + " data_random_seed=%d extra_seed=%d",
                leaves,
                leastRows,
                learningRate,
                featureShare,
                rowShare,
                l2,
                seed,
                seed + 1,
                seed + 2,
                seed + 3,
                seed + 4);
    }
}
