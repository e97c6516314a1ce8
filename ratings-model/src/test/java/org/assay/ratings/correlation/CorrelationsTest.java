package org.assay.ratings.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assay.ratings.market.SyntheticMarket;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.quant.QuantAnalysis;
import org.assay.ratings.statistics.Samples;
import org.junit.jupiter.api.Test;

class CorrelationsTest {

    private static final SyntheticMarket MARKET = SyntheticMarket.of(5, 60, 300);

    @Test
    void the_lists_hold_the_extremes_without_overlap() {
        CorrelationReport report = report(MARKET, 4, 250);

        assertThat(report.symbol()).isEqualTo(MARKET.panel().symbols().get(4));
        assertThat(report.peers()).isBetween(30, 59);
        assertThat(report.top()).hasSize(10);
        assertThat(report.bottom()).hasSize(10);
        assertThat(report.top()).isSortedAccordingTo((a, b) -> Double.compare(b.correlation(), a.correlation()));
        assertThat(report.bottom()).isSortedAccordingTo((a, b) -> Double.compare(a.correlation(), b.correlation()));
        assertThat(report.top().getLast().correlation())
                .isGreaterThanOrEqualTo(report.bottom().getLast().correlation());
        Set<String> named = new HashSet<>();
        report.top().forEach(pair -> assertThat(named.add(pair.symbol())).isTrue());
        report.bottom().forEach(pair -> assertThat(named.add(pair.symbol())).isTrue());
        assertThat(named).doesNotContain(report.symbol());
    }

    @Test
    void a_pair_is_pearsons_correlation_of_the_days_that_both_have() {
        Grid close = MARKET.panel().close();
        double[] x = QuantAnalysis.returns(series(close, 4), 7);
        double[] y = QuantAnalysis.returns(series(close, 6), 7);
        List<Integer> days = IntStream.rangeClosed(161, 250)
                .filter(day -> !Double.isNaN(x[day]) && !Double.isNaN(y[day]))
                .boxed()
                .toList();
        double expected = Samples.correlation(
                days.stream().mapToDouble(day -> x[day]).toArray(),
                days.stream().mapToDouble(day -> y[day]).toArray());

        PairCorrelation pair =
                new Correlations(MARKET.panel().firstDay(), MARKET.panel().symbols(), close).pair(4, 6, 250, 90);

        assertThat(pair.days()).isEqualTo(days.size());
        assertThat(pair.correlation()).isCloseTo(expected, within(1e-14));
    }

    @Test
    void the_future_changes_nothing() {
        CorrelationReport whole = report(MARKET, 4, 200);
        assertThat(report(MARKET.first(201), 4, 200)).isEqualTo(whole);
        assertThat(report(MARKET.scrambledFrom(201), 4, 200)).isEqualTo(whole);
    }

    @Test
    void a_few_peers_are_split_between_the_lists_and_a_constant_price_is_no_peer() {
        Grid close = Grid.missing(3, 60);
        for (int day = 0; day < 60; day++) {
            close.set(0, day, 10 + day % 7);
            close.set(1, day, 20 + 2 * (day % 7));
            close.set(2, day, 5);
        }
        Grid member = Grid.missing(3, 60);
        for (int token = 0; token < 3; token++) {
            member.set(token, 59, 1);
        }
        CorrelationReport report =
                new Correlations(SyntheticMarket.FIRST_DAY, List.of("A", "B", "C"), close).report(0, 59, 30, member);
        assertThat(report.peers()).isEqualTo(1);
        assertThat(report.top()).extracting(PairCorrelation::symbol).containsExactly("B");
        assertThat(report.top().getFirst().correlation()).isCloseTo(1, within(1e-12));
        assertThat(report.bottom()).isEmpty();
    }

    private static CorrelationReport report(SyntheticMarket market, int token, int day) {
        return new Correlations(
                        market.panel().firstDay(),
                        market.panel().symbols(),
                        market.panel().close())
                .report(token, day, 90, market.member());
    }

    private static double[] series(Grid grid, int token) {
        return Arrays.copyOfRange(grid.values(), grid.offset(token), grid.offset(token) + grid.days());
    }
}
