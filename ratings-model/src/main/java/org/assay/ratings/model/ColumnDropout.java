package org.assay.ratings.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assay.ratings.feature.Feature;
import org.assay.ratings.feature.FeatureInput;

/**
 * Takes columns of the panel away from some training rows, with every feature that reads them, so that trees learn what to
 * say where a source has no capitalisation, no volume, or closes alone.
 */
final class ColumnDropout {

    private static final List<Set<FeatureInput>> COLUMNS = List.of(
            EnumSet.of(FeatureInput.MARKET_CAP),
            EnumSet.of(FeatureInput.VOLUME),
            EnumSet.of(FeatureInput.OPEN, FeatureInput.HIGH, FeatureInput.LOW));

    private final List<int[]> groups = new ArrayList<>();

    ColumnDropout(List<ModelFeature> features) {
        for (Set<FeatureInput> columns : COLUMNS) {
            groups.add(IntStream.range(0, features.size())
                    .filter(j -> reads(Trainer.feature(features.get(j).id()), columns))
                    .toArray());
        }
    }

    private static boolean reads(Feature feature, Set<FeatureInput> columns) {
        return !Collections.disjoint(feature.needs(), columns);
    }

    /**
     * Makes features missing, in place.
     *
     * @param share of the rows that lose a column; each of the columns by itself
     */
    void apply(TrainingRows rows, double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int columns = rows.columns();
        for (int r = 0; r < rows.count(); r++) {
            for (int[] group : groups) {
                if (random.nextDouble() < share) {
                    for (int j : group) {
                        rows.features()[r * columns + j] = Double.NaN;
                    }
                }
            }
        }
    }
}
