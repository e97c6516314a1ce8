package org.assay.ratings.quant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class QuantPropertyTest {

    private static final int DAYS = 130;

    @Property(tries = 100)
    void the_unit_of_the_price_changes_no_figure(@ForAll long seed, @ForAll @IntRange(min = -6, max = 6) int exponent) {
        double[] closes = PriceWalks.walk(seed, DAYS);
        double unit = Math.pow(10, exponent);
        double[] scaled = Arrays.stream(closes).map(price -> price * unit).toArray();
        WindowReport one = report(closes);
        WindowReport other = report(scaled);
        for (QuantMetric metric : QuantMetric.values()) {
            double value = Objects.requireNonNull(one.value(metric).value(), metric.id());
            assertThat(other.value(metric).value())
                    .as(metric.id())
                    .isNotNull()
                    .isCloseTo(value, within(1e-7 * Math.max(1, Math.abs(value))));
        }
    }

    @Property(tries = 100)
    void tails_and_falls_are_ordered(@ForAll long seed) {
        WindowReport report = report(PriceWalks.walk(seed, DAYS));
        assertThat(number(report, QuantMetric.VAR_99)).isGreaterThanOrEqualTo(number(report, QuantMetric.VAR_95));
        assertThat(number(report, QuantMetric.CVAR_95)).isGreaterThanOrEqualTo(number(report, QuantMetric.VAR_95));
        assertThat(number(report, QuantMetric.CVAR_99)).isGreaterThanOrEqualTo(number(report, QuantMetric.CVAR_95));
        assertThat(number(report, QuantMetric.CVAR_99))
                .isLessThanOrEqualTo(-number(report, QuantMetric.WORST_DAY) + 1e-15);
        assertThat(number(report, QuantMetric.MAX_DRAWDOWN))
                .isLessThanOrEqualTo(number(report, QuantMetric.CURRENT_DRAWDOWN))
                .isBetween(-1.0, 0.0);
        assertThat(number(report, QuantMetric.ULCER_INDEX))
                .isLessThanOrEqualTo(-number(report, QuantMetric.MAX_DRAWDOWN));
        assertThat(number(report, QuantMetric.CORRELATION_BTC)).isBetween(-1.0, 1.0);
    }

    @Property(tries = 50)
    void the_deepest_fall_equals_that_of_every_pair_of_days(
            @ForAll long seed, @ForAll @IntRange(min = 40, max = 120) int day) {
        double[] closes = PriceWalks.walk(seed, DAYS);
        double deepest = 0;
        for (int high = 0; high <= day; high++) {
            for (int low = high; low <= day; low++) {
                deepest = Math.min(deepest, closes[low] / closes[high] - 1);
            }
        }
        double[] btc = QuantAnalysis.returns(PriceWalks.walk(0x5EED_5EEDL, DAYS), 7);
        WindowReport report = new QuantAnalysis(LocalDate.EPOCH, btc, btc, QuantSettings.defaults())
                .report(closes, day)
                .window(QuantWindow.ALL);
        assertThat(number(report, QuantMetric.MAX_DRAWDOWN)).isCloseTo(deepest, within(1e-12));
    }

    private static double number(WindowReport report, QuantMetric metric) {
        return Objects.requireNonNull(report.value(metric).value(), metric.id());
    }

    private static WindowReport report(double[] closes) {
        double[] btc = QuantAnalysis.returns(PriceWalks.walk(0x5EED_5EEDL, DAYS), 7);
        return new QuantAnalysis(LocalDate.EPOCH, btc, btc, QuantSettings.defaults())
                .report(closes, DAYS - 1)
                .window(QuantWindow.ALL);
    }
}
