package org.assay.ratings.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.ratings.feature.Feature;

/**
 * How one grade is computed: what is read, the scorer, and the smoothing.
 *
 * @param features what the scorer reads, in its order
 * @param scorer makes scores of ranks
 * @param halfLife the half-life in days of the smoothing of standings; 0 for none, 60 at most
 */
public record GradeModel(List<ModelFeature> features, Scorer scorer, double halfLife) {

    public GradeModel {
        features = List.copyOf(features);
        if (features.size() != scorer.features()) {
            throw new IllegalArgumentException(
                    scorer.features() + " features scored, " + features.size() + " features named");
        }
        if (!(halfLife >= 0 && halfLife <= 60)) {
            throw new IllegalArgumentException("a half-life of " + halfLife + " days");
        }
        features.forEach(feature -> Trainer.feature(feature.id()));
    }

    /** The catalog's feature. */
    public Feature feature(ModelFeature feature) {
        return Trainer.feature(feature.id());
    }

    /** The versions of the features' definitions, by id. */
    Map<String, Integer> versions() {
        Map<String, Integer> versions = new HashMap<>();
        features.forEach(feature -> versions.put(feature.id(), feature(feature).version()));
        return versions;
    }
}
