package org.assay.ratings.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.ml.lightgbm.PredictionType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreesTest {

    private static final int ROWS = 3000;
    private static final int COLUMNS = 6;
    private static final TreeSettings SETTINGS = new TreeSettings(40, 9, 20, 0.1, 0.7, 0.6, 5);

    private final double[] rows = rows();

    @Test
    void trees_say_what_lightgbm_says_and_contributions_are_its_shapley_values() {
        String text = train();
        Scorer scorer = new Scorer(0, new double[COLUMNS], LightGbmText.trees(text));
        Explainer explainer = scorer.explainer();
        double[] scores = LightGbm.predict(text, rows, ROWS, PredictionType.C_API_PREDICT_RAW_SCORE);
        double[] contributions = LightGbm.predict(text, rows, ROWS, PredictionType.C_API_PREDICT_CONTRIB);

        for (int r = 0; r < 500; r++) {
            double[] row = Arrays.copyOfRange(rows, r * COLUMNS, (r + 1) * COLUMNS);
            double[] own = explainer.contributions(row);
            assertThat(scorer.score(row)).isCloseTo(scores[r], within(1e-12));
            for (int j = 0; j < COLUMNS; j++) {
                assertThat(own[j]).isCloseTo(contributions[r * (COLUMNS + 1) + j], within(1e-9));
            }
            assertThat(scorer.baseValue()).isCloseTo(contributions[r * (COLUMNS + 1) + COLUMNS], within(1e-9));
        }
    }

    @Test
    void contributions_and_the_base_value_make_the_score() {
        List<Tree> trees = LightGbmText.trees(train()).stream()
                .map(tree -> tree.scaled(17.3))
                .toList();
        Scorer scorer = new Scorer(-0.4, new double[] {0.5, -1, 0, 2, 0, 0.1}, trees);

        Explainer explainer = scorer.explainer();
        for (int r = 0; r < 500; r++) {
            double[] row = Arrays.copyOfRange(rows, r * COLUMNS, (r + 1) * COLUMNS);
            double sum = scorer.baseValue()
                    + Arrays.stream(explainer.contributions(row)).sum();
            assertThat(sum).isCloseTo(scorer.score(row), within(1e-9));
        }
    }

    @Test
    void the_same_rows_and_seed_grow_the_same_trees() {
        assertThat(train()).isEqualTo(train());
    }

    private String train() {
        try (LightGbm data = new LightGbm(rows, ROWS, SETTINGS)) {
            data.label(targets());
            return data.text(SETTINGS, new int[] {1, 0, 0, 0, 0, 0}, 5);
        }
    }

    private float[] targets() {
        Random random = new Random(2);
        float[] targets = new float[ROWS];
        for (int r = 0; r < ROWS; r++) {
            double a = rows[r * COLUMNS];
            double b = rows[r * COLUMNS + 1];
            targets[r] =
                    (float) ((Double.isNaN(a) ? 0.2 : a) * (Double.isNaN(b) ? 1 : 1 - b) + 0.1 * random.nextGaussian());
        }
        return targets;
    }

    private static double[] rows() {
        Random random = new Random(1);
        double[] rows = new double[ROWS * COLUMNS];
        for (int k = 0; k < rows.length; k++) {
            // The last column never misses a value.
            boolean missing = k % COLUMNS != COLUMNS - 1 && random.nextInt(10) == 0;
            rows[k] = missing ? Double.NaN : random.nextInt(200) / 200.0;
        }
        return rows;
    }
}
