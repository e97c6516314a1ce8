package org.assay.ratings.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ColumnDropoutTest {

    private static final int ROWS = 20_000;
    /** Made of closes, of closes and capitalisations, of volumes, of highs and lows; two of the last. */
    private static final List<ModelFeature> FEATURES = Stream.of("mom30", "dil30", "voltrend7", "range14", "range30")
            .map(id -> new ModelFeature(id, 0, 0))
            .toList();

    @Test
    void takes_each_column_from_its_share_of_the_rows_with_all_that_is_made_of_it() {
        TrainingRows rows = dropped(1);

        assertThat(missing(rows, 0)).isEmpty();
        for (int column : new int[] {1, 2, 3}) {
            assertThat(missing(rows, column).length / (double) ROWS).isBetween(0.13, 0.17);
        }
        assertThat(missing(rows, 4)).isEqualTo(missing(rows, 3));
        assertThat(missing(rows, 1)).isNotEqualTo(missing(rows, 2));
    }

    @Test
    void the_seed_decides_which_rows() {
        assertThat(dropped(1).features()).isEqualTo(dropped(1).features());
        assertThat(missing(dropped(1), 1)).isNotEqualTo(missing(dropped(2), 1));
    }

    private static TrainingRows dropped(long seed) {
        double[] ranks = new double[ROWS * FEATURES.size()];
        Arrays.fill(ranks, 0.25);
        TrainingRows rows = new TrainingRows(ranks, new float[ROWS], ROWS);
        new ColumnDropout(FEATURES).apply(rows, 0.15, seed);
        return rows;
    }

    private static int[] missing(TrainingRows rows, int column) {
        return IntStream.range(0, ROWS)
                .filter(row -> Double.isNaN(rows.row(row)[column]))
                .toArray();
    }
}
