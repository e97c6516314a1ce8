package org.assay.ratings.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.assay.ratings.market.SyntheticMarket;
import org.assay.ratings.panel.Grid;
import org.junit.jupiter.api.Test;

class ForecastModelTest {

    private static final SyntheticMarket MARKET = SyntheticMarket.of(21, 60, 500);

    @Test
    void the_future_changes_no_forecast() {
        int day = 400;
        List<List<Forecast>> whole = forecasts(MARKET, day);
        assertThat(forecasts(MARKET.first(day + 1), day)).isEqualTo(whole);
        assertThat(forecasts(MARKET.scrambledFrom(day + 1), day)).isEqualTo(whole);
        assertThat(whole.stream().flatMap(List::stream).filter(forecast -> forecast.gap() == null))
                .hasSizeGreaterThan(100);
    }

    @Test
    void quantiles_ascend_and_prices_follow_from_returns() {
        for (List<Forecast> ofToken : forecasts(MARKET, 450)) {
            for (Forecast forecast : ofToken) {
                for (int i = 1; i < forecast.quantiles().size(); i++) {
                    ForecastQuantile lower = forecast.quantiles().get(i - 1);
                    ForecastQuantile upper = forecast.quantiles().get(i);
                    assertThat(lower.simpleReturn()).isLessThanOrEqualTo(upper.simpleReturn());
                    assertThat(upper.price() / lower.price())
                            .isCloseTo((1 + upper.simpleReturn()) / (1 + lower.simpleReturn()), within(1e-9));
                }
            }
        }
    }

    @Test
    void each_reason_for_no_forecast_is_named() {
        Grid close = Grid.missing(3, 100);
        Grid member = Grid.missing(3, 100);
        RandomGenerator random = new SplittableRandom(3);
        for (int day = 0; day < 100; day++) {
            close.set(0, day, 10 + random.nextDouble());
            close.set(1, day, day < 99 ? 10 + random.nextDouble() : Double.NaN);
            close.set(2, day, day > 90 ? 10 + random.nextDouble() : Double.NaN);
            member.set(0, day, 1);
        }
        ForecastModel model = new ForecastModel(
                SyntheticMarket.FIRST_DAY, List.of("A", "B", "C"), close, member, ForecastSettings.defaults());
        assertThat(model.forecasts(0, model.calibrations(99)).getFirst().gap())
                .isEqualTo(ForecastGap.INSUFFICIENT_CALIBRATION);
        assertThat(model.forecasts(1, model.calibrations(99)).getFirst().gap()).isEqualTo(ForecastGap.NO_PRICE);
        assertThat(model.forecasts(2, model.calibrations(99)).getFirst().gap())
                .isEqualTo(ForecastGap.INSUFFICIENT_HISTORY);
    }

    @Test
    void a_small_sample_is_read_further_out() {
        assertThat(ForecastModel.widened(0.05, 1e9)).isCloseTo(0.05, within(1e-8));
        assertThat(ForecastModel.widened(0.05, 39)).isCloseTo(1.0 / 38, within(1e-12));
        assertThat(ForecastModel.widened(0.95, 39)).isCloseTo(37.0 / 38, within(1e-12));
        assertThat(ForecastModel.widened(0.5, 39)).isCloseTo(0.5, within(1e-12));
        assertThat(ForecastModel.widened(0.05, 10)).isEqualTo(0);
        assertThat(ForecastModel.widened(0.95, 0.5)).isEqualTo(1);
    }

    @Test
    void independent_walks_are_covered_as_stated() {
        int days = 900;
        Grid close = Grid.missing(40, days);
        Grid member = Grid.missing(40, days);
        RandomGenerator random = new SplittableRandom(8);
        for (int token = 0; token < 40; token++) {
            double logarithm = 0;
            for (int day = 0; day < days; day++) {
                logarithm += (0.02 + 0.001 * token) * random.nextGaussian();
                close.set(token, day, Math.exp(logarithm));
                member.set(token, day, 1);
            }
        }
        List<String> symbols =
                IntStream.range(0, 40).mapToObj("T%02d"::formatted).toList();
        ForecastModel model =
                new ForecastModel(SyntheticMarket.FIRST_DAY, symbols, close, member, ForecastSettings.defaults());
        for (CoverageRow row : CoverageReport.of(model, 200, days, 1)) {
            if (row.period().equals("all")) {
                // Long horizons are widened as if tokens moved together, which these do not.
                double tolerance = row.horizonDays() > 7 ? 0.08 : 0.02;
                assertThat(row.inside90()).as(row.toString()).isNotNull().isCloseTo(0.9, within(tolerance));
                assertThat(row.inside50()).as(row.toString()).isNotNull().isCloseTo(0.5, within(tolerance));
            }
        }
    }

    private static List<List<Forecast>> forecasts(SyntheticMarket market, int day) {
        ForecastModel model = new ForecastModel(
                market.panel().firstDay(),
                market.panel().symbols(),
                market.panel().close(),
                market.member(),
                ForecastSettings.defaults());
        List<Calibration> calibrations = model.calibrations(day);
        return IntStream.range(0, market.panel().tokens())
                .mapToObj(token -> model.forecasts(token, calibrations))
                .toList();
    }
}
