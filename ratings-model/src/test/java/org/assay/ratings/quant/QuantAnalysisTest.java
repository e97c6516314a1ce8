package org.assay.ratings.quant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.junit.jupiter.api.Test;

class QuantAnalysisTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 1);

    @Test
    void without_a_price_every_figure_says_so() {
        double[] closes = rising(100);
        Arrays.fill(closes, 80, 100, Double.NaN);

        QuantReport report = analysis(100).report(closes, 99);

        for (WindowReport window : report.windows()) {
            assertThat(window.values()).allMatch(value -> value.gap() == MetricGap.NO_PRICE);
            assertThat(window.drawdown()).isNull();
        }
    }

    @Test
    void too_short_a_history_is_named_per_window() {
        QuantReport report = analysis(100).report(rising(100), 40);

        assertThat(report.window(QuantWindow.DAYS_30).value(QuantMetric.CAGR).gap())
                .isNull();
        assertThat(report.window(QuantWindow.DAYS_90).value(QuantMetric.CAGR).gap())
                .isEqualTo(MetricGap.INSUFFICIENT_HISTORY);
        assertThat(report.window(QuantWindow.ALL).value(QuantMetric.CAGR).gap()).isNull();
    }

    @Test
    void a_price_that_never_falls_has_no_ratio_to_its_falls() {
        double[] closes = rising(60);

        WindowReport all = analysis(60).report(closes, 59).window(QuantWindow.ALL);

        assertThat(all.drawdown()).isNull();
        assertThat(all.value(QuantMetric.MAX_DRAWDOWN).value()).isEqualTo(0);
        assertThat(all.value(QuantMetric.LONGEST_DRAWDOWN).value()).isEqualTo(0);
        for (QuantMetric metric : Set.of(QuantMetric.CALMAR, QuantMetric.PROFIT_FACTOR, QuantMetric.SORTINO)) {
            assertThat(all.value(metric).gap()).isEqualTo(MetricGap.UNDEFINED);
        }
        assertThat(all.value(QuantMetric.CUMULATIVE_RETURN).value())
                .isCloseTo(closes[59] / closes[0] - 1, within(1e-12));
    }

    @Test
    void a_constant_price_has_neither_sharpe_nor_beta() {
        double[] closes = new double[60];
        Arrays.fill(closes, 0.1);

        WindowReport all = analysis(60).report(closes, 59).window(QuantWindow.ALL);

        assertThat(all.value(QuantMetric.VOLATILITY).value()).isEqualTo(0);
        assertThat(all.value(QuantMetric.SHARPE).gap()).isEqualTo(MetricGap.UNDEFINED);
        assertThat(all.value(QuantMetric.WIN_RATE).gap()).isEqualTo(MetricGap.UNDEFINED);
        assertThat(all.value(QuantMetric.CORRELATION_BTC).gap()).isEqualTo(MetricGap.UNDEFINED);
    }

    @Test
    void a_benchmark_with_too_few_days_is_named() {
        double[] btc = new double[60];
        Arrays.fill(btc, Double.NaN);
        double[] market = new double[60];
        QuantAnalysis analysis = new QuantAnalysis(FIRST_DAY, btc, market, QuantSettings.defaults());

        WindowReport all = analysis.report(rising(60), 59).window(QuantWindow.ALL);

        assertThat(all.value(QuantMetric.BETA_BTC).gap()).isEqualTo(MetricGap.INSUFFICIENT_BENCHMARK);
        assertThat(all.value(QuantMetric.BETA_MARKET).gap()).isEqualTo(MetricGap.UNDEFINED);
    }

    @Test
    void later_prices_change_nothing() {
        double[] closes = PriceWalks.walk(3, 300);
        double[] scrambled = closes.clone();
        for (int day = 201; day < 300; day++) {
            scrambled[day] *= 50;
        }
        double[] btc = QuantAnalysis.returns(PriceWalks.walk(4, 300), 7);
        double[] otherBtc = btc.clone();
        Arrays.fill(otherBtc, 201, 300, 3.0);

        QuantReport report = new QuantAnalysis(FIRST_DAY, btc, btc, QuantSettings.defaults()).report(closes, 200);

        assertThat(new QuantAnalysis(FIRST_DAY, otherBtc, otherBtc, QuantSettings.defaults()).report(scrambled, 200))
                .isEqualTo(report);
        double[] cutBtc = Arrays.copyOf(btc, 201);
        assertThat(new QuantAnalysis(FIRST_DAY, cutBtc, cutBtc, QuantSettings.defaults())
                        .report(Arrays.copyOf(closes, 201), 200))
                .isEqualTo(report);
    }

    @Test
    void definitions_are_distinct_and_complete() {
        Set<String> ids = new HashSet<>();
        for (MetricDefinition definition : QuantMetric.definitions()) {
            assertThat(ids.add(definition.id())).isTrue();
            assertThat(definition.formula()).isNotBlank();
        }
        assertThat(QuantMetric.SHARPE.definition().annualised()).isTrue();
        assertThat(QuantMetric.VAR_95.definition().annualised()).isFalse();
        assertThat(QuantMetric.VAR_95.id()).isEqualTo("var_95");
    }

    @Test
    void the_market_is_the_mean_of_yesterdays_members_and_bounds_a_wrong_price() {
        Grid close = Grid.missing(12, 3);
        Grid member = Grid.missing(12, 3);
        for (int token = 0; token < 12; token++) {
            for (int day = 0; day < 3; day++) {
                close.set(token, day, 100 + day);
                member.set(token, day, 1);
            }
        }
        close.set(0, 2, 101_000);
        member.set(1, 0, 0);
        close.set(1, 1, 500);
        close.set(1, 2, 505);

        double[] market = EqualWeightedMarket.returns(close, member);

        assertThat(market[0]).isNaN();
        assertThat(market[1]).isCloseTo(0.01, within(1e-12));
        assertThat(market[2])
                .isCloseTo((EqualWeightedMarket.HIGHEST_RETURN + 0.01 + 10 * (102.0 / 101 - 1)) / 12, within(1e-12));
    }

    private static QuantAnalysis analysis(int days) {
        double[] btc = QuantAnalysis.returns(PriceWalks.walk(5, days), 7);
        return new QuantAnalysis(FIRST_DAY, btc, btc, QuantSettings.defaults());
    }

    private static double[] rising(int days) {
        double[] closes = new double[days];
        for (int day = 0; day < days; day++) {
            closes[day] = 10 + day * (1 + day % 3 * 0.1);
        }
        Arrays.sort(closes);
        return closes;
    }
}
