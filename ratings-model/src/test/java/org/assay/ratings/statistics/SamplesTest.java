package org.assay.ratings.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void samples_that_are_too_small_have_no_figure() {
        assertThat(Samples.mean(new double[0])).isNaN();
        assertThat(Samples.standardDeviation(new double[] {1})).isNaN();
        assertThat(Samples.skewness(new double[] {1, 2})).isNaN();
        assertThat(Samples.excessKurtosis(new double[] {1, 2, 3})).isNaN();
        assertThat(Samples.quantile(new double[0], 0.5)).isNaN();
        assertThat(Samples.correlation(new double[] {1, 1}, new double[] {1, 2}))
                .isNaN();
    }

    @Test
    void quantiles_lie_between_order_statistics() {
        double[] values = {4, 1, 3, 2};
        assertThat(Samples.quantile(values, 0)).isEqualTo(1);
        assertThat(Samples.quantile(values, 1)).isEqualTo(4);
        assertThat(Samples.quantile(values, 0.1)).isCloseTo(1.3, within(1e-15));
        assertThat(Samples.median(values)).isEqualTo(2.5);
        assertThat(values).containsExactly(4, 1, 3, 2);
        assertThatThrownBy(() -> Samples.quantile(values, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equal_values_do_not_vary_whatever_rounding_makes_of_them() {
        assertThat(Samples.varies(new double[] {0.1, 0.1, 0.1})).isFalse();
        assertThat(Samples.varies(new double[] {0.1, 0.1, 0.1 + 1e-16})).isFalse();
        assertThat(Samples.varies(new double[] {0.1, 0.1, 0.1001})).isTrue();
        assertThat(Samples.covariance(new double[] {1, 2, 3}, new double[] {2, 4, 6}))
                .isEqualTo(2);
        assertThatThrownBy(() -> Samples.covariance(new double[] {1}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
