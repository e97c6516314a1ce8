package org.assay.ratings.model;

import java.util.List;

/**
 * How one grade's scorer is made.
 *
 * @param features what it reads
 * @param targets what its members are trained on; one member for each target and seed
 * @param seeds members per target
 * @param trees how each member's trees are grown
 * @param columnDropout the share of each member's rows that capitalisations are taken away from, and volumes, and highs and
 *     lows, each by itself; 0 for none
 * @param monotone whether trees must follow the features' known directions
 * @param priorShare the weight of the mean of the signed ranks, in standard deviations of the score
 * @param linearShare the weight of the ridge regression
 * @param treeShare the weight of the trees
 * @param ridge the ridge penalty, in units of the mean square of a centred rank
 * @param purgeHorizon the longest horizon the grade is judged by, in days
 * @param dayStep every how many days are trained on
 * @param halfLife the half-life in days of the smoothing of standings; 0 for none
 */
public record Recipe(
        List<ModelFeature> features,
        List<Target> targets,
        int seeds,
        TreeSettings trees,
        double columnDropout,
        boolean monotone,
        double priorShare,
        double linearShare,
        double treeShare,
        double ridge,
        int purgeHorizon,
        int dayStep,
        double halfLife) {

    public Recipe {
        features = List.copyOf(features);
        targets = List.copyOf(targets);
        for (Target target : targets) {
            if (target.horizon() > purgeHorizon) {
                throw new IllegalArgumentException(
                        "a target of " + target.horizon() + " days beyond the purge of " + purgeHorizon);
            }
        }
    }
}
