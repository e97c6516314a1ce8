package org.assay.ratings.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assay.ratings.quant.PriceWalks;

class SignalPropertyTest {

    private static final int PERIODS = 250;
    private static final SignalRules RULES = SignalRules.daily();

    @Property(tries = 100)
    void later_grades_and_prices_change_no_earlier_signal(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = PERIODS) int cut) {
        double[] prices = PriceWalks.walk(seed, PERIODS);
        double[] grades = grades(seed);
        List<SignalStep> whole = SignalHistory.of(prices, grades, RULES);

        assertThat(SignalHistory.of(Arrays.copyOf(prices, cut), Arrays.copyOf(grades, cut), RULES))
                .isEqualTo(whole.subList(0, cut));

        double[] otherPrices = prices.clone();
        double[] otherGrades = grades.clone();
        Arrays.fill(otherPrices, cut, PERIODS, 7);
        Arrays.fill(otherGrades, cut, PERIODS, 99);
        assertThat(SignalHistory.of(otherPrices, otherGrades, RULES).subList(0, cut))
                .isEqualTo(whole.subList(0, cut));
    }

    @Property(tries = 100)
    void positions_last_at_least_as_long_as_stated_and_every_change_follows_the_thresholds(@ForAll long seed) {
        List<SignalStep> steps = SignalHistory.of(PriceWalks.walk(seed, PERIODS), grades(seed), RULES);
        Position before = Position.FLAT;
        for (SignalStep step : steps) {
            SignalChange change = step.change();
            assertThat(change == null).isEqualTo(step.state().position() == before);
            if (change != null) {
                assertThat(change.from()).isEqualTo(before);
                assertThat(change.to()).isEqualTo(step.state().position());
                if (change.from() != Position.FLAT && change.reason() != SignalReason.GRADE_MISSING) {
                    assertThat(change.held()).isGreaterThanOrEqualTo(RULES.minimumHolding());
                }
                if (change.to() == Position.LONG) {
                    assertThat(change.grade()).isNotNull().isGreaterThanOrEqualTo(RULES.enterLong());
                    assertThat(change.trend()).isNotNull().isGreaterThanOrEqualTo(0);
                }
                if (change.to() == Position.SHORT) {
                    assertThat(change.grade()).isNotNull().isLessThanOrEqualTo(RULES.enterShort());
                    assertThat(change.trend()).isNotNull().isLessThanOrEqualTo(0);
                }
            }
            before = step.state().position();
        }
    }

    private static double[] grades(long seed) {
        RandomGenerator random = new SplittableRandom(seed + 1);
        double[] grades = new double[PERIODS];
        double grade = 50;
        for (int i = 0; i < PERIODS; i++) {
            grade = Math.clamp(grade + 12 * random.nextGaussian(), 0.0, 100.0);
            grades[i] = random.nextInt(12) == 0 ? Double.NaN : grade;
        }
        return grades;
    }
}
