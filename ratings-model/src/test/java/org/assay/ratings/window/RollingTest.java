package org.assay.ratings.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.assay.ratings.panel.Grid;
import org.junit.jupiter.api.Test;

class RollingTest {

    private static final double MISSING = Double.NaN;

    private static final List<Supplier<RollingStatistic>> MOMENTS = List.of(
            () -> Rolling.sum(Window.full(3)),
            () -> Rolling.mean(Window.full(3)),
            () -> Rolling.deviation(Window.full(3)),
            () -> Rolling.skewness(Window.full(3)));

    @Test
    void a_huge_value_leaves_no_trace_once_it_has_left_the_window() {
        double[] spiked = {1e-3, 1e12, 1e-3, 2e-3, 4e-3};
        double[] plain = {1e-3, 1e-3, 1e-3, 2e-3, 4e-3};

        for (Supplier<RollingStatistic> statistic : MOMENTS) {
            double expected = Rolling.over(plain, statistic.get())[4];
            assertThat(Rolling.over(spiked, statistic.get())[4]).isEqualTo(expected);
        }
    }

    @Test
    void a_constant_has_no_deviation_and_no_skewness_whatever_came_before() {
        double[] series = {3.7, 0.1, 0.1, 0.1, 0.1};

        assertThat(Rolling.over(series, Rolling.deviation(Window.full(3)))[4]).isZero();
        assertThat(Rolling.over(series, Rolling.skewness(Window.full(3)))[4]).isZero();
        assertThat(Rolling.over(series, Rolling.mean(Window.full(3)))[4]).isEqualTo(0.1);
    }

    @Test
    void a_result_does_not_depend_on_what_lay_before_the_window() {
        Random random = new Random(7);
        double[] whole = random.doubles(400, -0.2, 0.2).toArray();
        double[] tail = Arrays.copyOfRange(whole, 300, 400);

        List<Supplier<RollingStatistic>> statistics = List.of(
                () -> Rolling.mean(Window.full(60)),
                () -> Rolling.deviation(Window.full(60)),
                () -> Rolling.skewness(Window.full(60)),
                () -> Rolling.median(Window.full(60)));
        for (Supplier<RollingStatistic> statistic : statistics) {
            double[] ofWhole = Rolling.over(whole, statistic.get());
            double[] ofTail = Rolling.over(tail, statistic.get());
            for (int t = 59; t < 100; t++) {
                assertThat(ofTail[t]).isEqualTo(ofWhole[300 + t]);
            }
        }
    }

    @Test
    void holes_are_left_out_and_too_few_values_give_nothing() {
        double[] series = {1, MISSING, 3, MISSING, MISSING, 5};

        assertThat(Rolling.over(series, Rolling.mean(new Window(3, 2))))
                .containsExactly(MISSING, MISSING, 2, MISSING, MISSING, MISSING);
        assertThat(Rolling.over(series, Rolling.deviation(new Window(2, 1)))[5]).isNaN();
    }

    @Test
    void tokens_of_a_grid_do_not_touch_each_other() {
        Grid grid = Grid.of(2, 3, new double[] {1, 2, 3, 10, 20, 30});

        Grid sums = Rolling.over(grid, () -> Rolling.sum(new Window(2, 1)));

        assertThat(sums.values()).containsExactly(1, 3, 5, 10, 30, 50);
    }

    @Test
    void a_window_that_could_never_be_filled_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(3, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(0, 0));
    }
}
