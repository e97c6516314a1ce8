package org.assay.ratings.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class RollingPropertyTest {

    private static final double TOLERANCE = 1e-12;

    @Property(tries = 50)
    void sum_and_mean_are_those_of_the_window(
            @ForAll("series") double[] series, @ForAll @IntRange(min = 1, max = 40) int length) {
        compare(series, new Window(length, 1), Rolling::sum, Exactly::sum);
        compare(series, new Window(length, 1), Rolling::mean, Exactly::mean);
    }

    @Property(tries = 50)
    void deviation_is_that_of_the_window(
            @ForAll("series") double[] series, @ForAll @IntRange(min = 2, max = 40) int length) {
        compare(series, new Window(length, 2), Rolling::deviation, Exactly::deviation);
    }

    @Property(tries = 50)
    void skewness_is_that_of_the_window(
            @ForAll("series") double[] series, @ForAll @IntRange(min = 3, max = 40) int length) {
        compare(
                series,
                new Window(length, 3),
                Rolling::skewness,
                values -> constant(values) ? 0 : Exactly.skewness(values),
                values -> 1e6);
    }

    @Property(tries = 50)
    void order_statistics_are_those_of_the_window(
            @ForAll("series") double[] series,
            @ForAll @IntRange(min = 1, max = 40) int length,
            @ForAll @IntRange(min = 1, max = 40) int least) {
        Window window = new Window(Math.max(length, least), least);
        compare(series, window, Rolling::median, Exactly::median);
        compare(series, window, Rolling::highest, Collections::max);
        compare(series, window, Rolling::lowest, Collections::min);
        compare(series, window, Rolling::count, List::size);
    }

    /** Values of very different size, repeated ones, zeros and holes, as prices and volumes have them. */
    @Provide
    Arbitrary<double[]> series() {
        Arbitrary<Double> value = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.doubles().between(-1, 1).ofScale(6)),
                Tuple.of(2, Arbitraries.doubles().between(-1e6, 1e6)),
                Tuple.of(2, Arbitraries.of(0.0, 0.25, 0.25, 1000.0)),
                Tuple.of(2, Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY)));
        return value.array(double[].class).ofMinSize(1).ofMaxSize(120);
    }

    private static boolean constant(List<Double> values) {
        return Collections.max(values).equals(Collections.min(values));
    }

    private static void compare(
            double[] series,
            Window window,
            Function<Window, RollingStatistic> fast,
            ToDoubleFunction<List<Double>> slow) {
        compare(series, window, fast, slow, RollingPropertyTest::largest);
    }

    private static double largest(List<Double> values) {
        return values.stream().mapToDouble(Math::abs).max().orElseThrow();
    }

    /** @param size that of the statistic, for values near 0 */
    private static void compare(
            double[] series,
            Window window,
            Function<Window, RollingStatistic> fast,
            ToDoubleFunction<List<Double>> slow,
            ToDoubleFunction<List<Double>> size) {
        double[] result = Rolling.over(series, fast.apply(window));
        for (int t = 0; t < series.length; t++) {
            List<Double> values = Exactly.window(series, t, window.length());
            if (values.size() < window.least()) {
                assertThat(result[t]).isNaN();
            } else {
                double expected = slow.applyAsDouble(values);
                double least = size.applyAsDouble(values) * 1e-9;
                assertThat(result[t]).isCloseTo(expected, within(TOLERANCE * Math.max(Math.abs(expected), least)));
            }
        }
    }
}
