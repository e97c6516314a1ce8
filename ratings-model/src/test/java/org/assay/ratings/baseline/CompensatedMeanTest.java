package org.assay.ratings.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assay.ratings.window.Rolling;
import org.assay.ratings.window.Window;
import org.junit.jupiter.api.Test;

class CompensatedMeanTest {

    @Test
    void it_is_the_mean_but_for_the_rounding() {
        Random random = new Random(4);
        double[] series = random.doubles(500, -1, 1).toArray();
        for (int i = 0; i < series.length; i += 7) {
            series[i] = Double.NaN;
        }
        Window window = new Window(14, 5);

        double[] ours = Rolling.over(series, new CompensatedMean(window));
        double[] exact = Rolling.over(series, Rolling.mean(window));

        for (int i = 0; i < series.length; i++) {
            if (Double.isNaN(exact[i])) {
                assertThat(ours[i]).isNaN();
            } else {
                assertThat(ours[i]).isCloseTo(exact[i], within(1e-14));
            }
        }
    }

    @Test
    void a_run_of_equal_values_has_exactly_that_mean() {
        double[] series = {0.7, 0.1, 0.1, 0.1};

        assertThat(Rolling.over(series, new CompensatedMean(Window.full(3)))[3]).isEqualTo(0.1);
    }
}
