package org.assay.ratings.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assay.ratings.quant.PriceWalks;
import org.junit.jupiter.api.Test;

class PriceLevelsTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 1);
    private static final PriceLevels LEVELS = new PriceLevels(FIRST_DAY, LevelSettings.defaults());

    @Test
    void a_range_has_its_floor_and_its_ceiling() {
        double[] close = new double[204];
        for (int day = 0; day < close.length; day++) {
            close[day] = 100 + 10 * Math.sin(day * Math.PI / 12);
        }

        LevelReport report = LEVELS.report(close, close, close, 203);

        assertThat(report.supports()).hasSize(1);
        assertThat(report.resistances()).hasSize(1);
        PriceLevel floor = report.supports().getFirst();
        PriceLevel ceiling = report.resistances().getFirst();
        assertThat(floor.price()).isCloseTo(90, within(0.01));
        assertThat(ceiling.price()).isCloseTo(110, within(0.01));
        assertThat(floor.touches()).isEqualTo(8);
        assertThat(ceiling.touches()).isEqualTo(9);
        assertThat(ceiling.firstTouch()).isEqualTo(FIRST_DAY.plusDays(6));
        assertThat(ceiling.lastTouch()).isEqualTo(FIRST_DAY.plusDays(198));
        assertThat(floor.distance()).isNegative();
        assertThat(ceiling.distance()).isPositive();
    }

    @Test
    void a_swing_counts_only_when_the_days_after_it_have_passed() {
        double[] close = new double[40];
        Arrays.fill(close, 100);
        for (int day = 0; day < close.length; day++) {
            close[day] += day % 2 * 0.1;
        }
        close[20] = 120;
        close[36] = 120.1;
        assertThat(LEVELS.report(close, close, close, 38).resistances()).isEmpty();
        assertThat(LEVELS.report(close, close, close, 39).resistances())
                .singleElement()
                .satisfies(level -> assertThat(level.touches()).isEqualTo(2));
    }

    @Test
    void without_a_close_or_a_range_there_are_no_levels() {
        double[] close = PriceWalks.walk(1, 100);
        close[99] = Double.NaN;
        assertThat(LEVELS.report(close, close, close, 99).close()).isNull();
        assertThat(LEVELS.report(close, close, close, 3).supports()).isEmpty();
    }

    @Property(tries = 60)
    void the_future_changes_nothing(@ForAll long seed, @ForAll @IntRange(min = 20, max = 298) int day) {
        double[] close = PriceWalks.walk(seed, 300);
        double[] high = Arrays.stream(close).map(price -> price * 1.01).toArray();
        double[] low = Arrays.stream(close).map(price -> price * 0.98).toArray();
        LevelReport whole = LEVELS.report(high, low, close, day);
        int days = day + 1;
        assertThat(LEVELS.report(Arrays.copyOf(high, days), Arrays.copyOf(low, days), Arrays.copyOf(close, days), day))
                .isEqualTo(whole);
        for (double[] series : new double[][] {high, low, close}) {
            Arrays.fill(series, days, 300, 1e6);
        }
        assertThat(LEVELS.report(high, low, close, day)).isEqualTo(whole);
    }

    @Property(tries = 60)
    void levels_lie_on_their_side_and_scale_with_the_price(@ForAll long seed) {
        double[] close = PriceWalks.walk(seed, 400);
        double[] thousand = Arrays.stream(close).map(price -> price * 1000).toArray();
        LevelReport one = LEVELS.report(close, close, close, 399);
        LevelReport other = LEVELS.report(thousand, thousand, thousand, 399);
        double last = Objects.requireNonNull(one.close());
        assertThat(one.supports()).allMatch(level -> level.price() < last).hasSizeLessThanOrEqualTo(5);
        assertThat(one.resistances()).allMatch(level -> level.price() >= last).hasSizeLessThanOrEqualTo(5);
        assertThat(one.supports()).allMatch(level -> level.touches() >= 2);
        assertThat(other.supports()).hasSameSizeAs(one.supports());
        for (int i = 0; i < one.supports().size(); i++) {
            double price = one.supports().get(i).price();
            assertThat(other.supports().get(i).price()).isCloseTo(1000 * price, within(0.01 * price));
        }
    }
}
