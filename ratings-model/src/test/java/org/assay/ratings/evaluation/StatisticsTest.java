package org.assay.ratings.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void ties_share_the_average_of_their_ranks() {
        assertThat(Ranks.average(new double[] {3, 1, 3, -0.0, 0.0})).containsExactly(4.5, 3, 4.5, 1.5, 1.5);
        assertThat(Ranks.average(new double[0])).isEmpty();
    }

    @Test
    void a_constant_has_no_correlation() {
        assertThat(Ranks.correlation(new double[] {1, 1, 1}, new double[] {1, 2, 3}))
                .isNaN();
        assertThat(Ranks.correlation(new double[] {1, 4, 9}, new double[] {3, 2, 1}))
                .isEqualTo(-1);
    }

    @Test
    void a_grade_that_is_its_own_control_has_no_partial_correlation() {
        double[] values = IntStream.range(0, 30).asDoubleStream().toArray();

        assertThat(Ranks.partial(values, values, values)).isNaN();
    }

    @Test
    void newey_west_without_lags_is_the_plain_t_value() {
        // mean 2, deviation by n sqrt(2/3): t = 2 / sqrt(2/9)
        assertThat(Statistics.neweyWest(new double[] {1, 2, 3}, 0)).isCloseTo(2 / Math.sqrt(2.0 / 9), within(1e-15));
        assertThat(Statistics.neweyWest(new double[] {2, 2, 2}, 1)).isNaN();
    }

    @Test
    void a_series_of_one_value_has_an_interval_of_that_value() {
        DailySeries series = series(400, i -> 0.25);
        Comparison none = Comparison.of(series, series, Horizon.WEEK);

        assertThat(BlockBootstrap.of(series, Horizon.WEEK).interval()).isEqualTo(new Interval(0.25, 0.25));
        assertThat(none.difference()).isZero();
        assertThat(none.p()).isEqualTo(1);
    }

    @Test
    void an_interval_holds_the_mean_and_narrows_with_the_sample() {
        DailySeries little = series(300, i -> Math.sin(i));
        DailySeries much = series(3000, i -> Math.sin(i));
        Interval wide = BlockBootstrap.of(little, Horizon.DAY).interval();
        Interval narrow = BlockBootstrap.of(much, Horizon.DAY).interval();

        assertThat(little.mean()).isBetween(wide.low(), wide.high());
        assertThat(narrow.high() - narrow.low()).isLessThan(wide.high() - wide.low());
    }

    private static DailySeries series(int days, IntToDoubleFunction value) {
        return new DailySeries(
                IntStream.range(0, days)
                        .mapToObj(LocalDate.of(2018, 1, 1)::plusDays)
                        .toArray(LocalDate[]::new),
                IntStream.range(0, days).mapToDouble(value).toArray());
    }
}
