package org.assay.simulator.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CursorsTest {

    private static final long EPOCH_DAY = 20_089;
    private static final long DAY_US = 86_400_000_000L;
    private static final long MINUTE_US = 60_000_000;
    private static final FactorPath PATH = new FactorPath(7, EPOCH_DAY, FactorPath.Shape.quiet(0.04));
    private static final Deviation DEVIATION = new Deviation(7, 0.001);

    @Test
    void a_moment_has_one_value_whatever_was_read_before() {
        FactorCursor factor = new FactorCursor(PATH);
        DeviationCursor deviation = new DeviationCursor(DEVIATION);
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            long day = EPOCH_DAY + random.nextInt(3);
            long timeUs =
                    day * DAY_US + (random.nextBoolean() ? random.nextInt(1_440) * MINUTE_US : random.nextLong(DAY_US));

            assertThat(factor.at(timeUs)).isEqualTo(new FactorCursor(PATH).at(timeUs));
            assertThat(deviation.at(timeUs)).isEqualTo(new DeviationCursor(DEVIATION).at(timeUs));
        }
    }

    @Test
    void whole_minutes_read_at_once_are_those_read_singly() {
        FactorPath jumping = new FactorPath(8, EPOCH_DAY, new FactorPath.Shape(0.04, 1, 0.2, 0, false));
        FactorCursor factor = new FactorCursor(jumping);
        DeviationCursor deviation = new DeviationCursor(DEVIATION);
        Random random = new Random(4);
        for (int i = 0; i < 40; i++) {
            long fromUs = (EPOCH_DAY * 1_440 + random.nextInt(3 * 1_440)) * MINUTE_US;
            int count = i % 2 == 0 ? 1 + random.nextInt(2) : random.nextInt(2_000);
            double[] factors = new double[count];
            double[] deviations = new double[count];
            factor.addMinutes(fromUs, 1, factors, count);
            deviation.addMinutes(fromUs, deviations, count);

            for (int minute = 0; minute < count; minute++) {
                long timeUs = fromUs + minute * MINUTE_US;
                assertThat(factors[minute]).isEqualTo(new FactorCursor(jumping).at(timeUs));
                assertThat(deviations[minute]).isEqualTo(new DeviationCursor(DEVIATION).at(timeUs));
            }
        }
    }

    @Test
    void whole_minutes_lie_on_the_path_of_the_moments_around_them() {
        FactorCursor minutes = new FactorCursor(PATH);
        FactorCursor moments = new FactorCursor(PATH);
        for (int minute = 1; minute < 3 * 1_440; minute++) {
            long timeUs = EPOCH_DAY * DAY_US + minute * MINUTE_US;
            double value = minutes.at(timeUs);

            assertThat(moments.at(timeUs - 1)).isCloseTo(value, Offset.offset(1e-7));
            assertThat(moments.at(timeUs + 1)).isCloseTo(value, Offset.offset(1e-7));
        }
    }
}
