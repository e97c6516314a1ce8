package org.assay.ratings.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WeightCapPropertyTest {

    @Property
    void weights_sum_to_one_keep_the_cap_and_the_order(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 1_000_000) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        double[] raw = sizes.stream().mapToDouble(Integer::doubleValue).toArray();
        double cap = percent / 100.0;
        double limit = Math.max(cap, 1.0 / raw.length);

        double[] weights = WeightCap.apply(raw, cap);

        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-9));
        for (int i = 0; i < raw.length; i++) {
            assertThat(weights[i]).isBetween(0.0, limit + 1e-9);
            for (int j = 0; j < raw.length; j++) {
                if (raw[i] >= raw[j]) {
                    assertThat(weights[i]).isGreaterThanOrEqualTo(weights[j] - 1e-12);
                }
            }
        }
    }

    /** The capped weights are min(cap, k raw) for the one k with sum 1, found here by bisection. */
    @Property
    void weights_equal_those_of_a_search_for_the_common_factor(
            @ForAll @Size(min = 4, max = 30) List<@IntRange(min = 1, max = 100_000) Integer> sizes) {
        double[] raw = sizes.stream().mapToDouble(Integer::doubleValue).toArray();
        double cap = 0.3;
        double low = 0;
        double high = 1;
        for (int i = 0; i < 200; i++) {
            double factor = (low + high) / 2;
            if (Arrays.stream(raw).map(size -> Math.min(cap, factor * size)).sum() < 1) {
                low = factor;
            } else {
                high = factor;
            }
        }
        double factor = (low + high) / 2;
        double[] weights = WeightCap.apply(raw, cap);
        for (int i = 0; i < raw.length; i++) {
            assertThat(weights[i]).isCloseTo(Math.min(cap, factor * raw[i]), within(1e-9));
        }
    }

    @Example
    void the_excess_is_spread_more_than_once() {
        assertThat(WeightCap.apply(new double[] {60, 25, 10, 5}, 0.4))
                .containsExactly(new double[] {0.4, 0.375, 0.15, 0.075}, within(1e-12));
        assertThat(WeightCap.apply(new double[] {60, 30, 5, 5}, 0.4))
                .containsExactly(new double[] {0.4, 0.4, 0.1, 0.1}, within(1e-12));
        assertThat(WeightCap.apply(new double[] {1, 1, 1}, 0.1))
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
        assertThat(WeightCap.apply(new double[] {0, 0}, 1)).containsExactly(0.5, 0.5);
    }
}
