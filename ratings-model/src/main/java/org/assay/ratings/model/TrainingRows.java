package org.assay.ratings.model;

import java.util.Arrays;
import java.util.List;
import org.assay.ratings.feature.RankTable;
import org.assay.ratings.panel.Grid;

/**
 * The token-days of one target, row by row.
 *
 * @param features the ranks, row by row
 * @param targets one for each row
 * @param count how many rows
 */
@SuppressWarnings("ArrayRecordComponent") // a large matrix, handed to LightGBM as it is, and compared nowhere
record TrainingRows(double[] features, float[] targets, int count) {

    /** The rows of the given days on which the target is known. */
    static TrainingRows of(RankTable ranks, int columns, Grid target, List<Integer> days) {
        int count = 0;
        for (int t : days) {
            for (int i = 0; i < target.tokens(); i++) {
                count += target.has(i, t) ? 1 : 0;
            }
        }
        double[] features = new double[Math.multiplyExact(count, columns)];
        float[] targets = new float[count];
        double[] row = new double[columns];
        int at = 0;
        for (int t : days) {
            for (int i = 0; i < target.tokens(); i++) {
                if (target.has(i, t)) {
                    ranks.copy(i, t, row);
                    System.arraycopy(row, 0, features, at * columns, columns);
                    targets[at++] = (float) target.get(i, t);
                }
            }
        }
        return new TrainingRows(features, targets, count);
    }

    int columns() {
        return count == 0 ? 0 : features.length / count;
    }

    /** One row's ranks. */
    double[] row(int index) {
        return Arrays.copyOfRange(features, index * columns(), (index + 1) * columns());
    }
}
