package org.assay.ratings.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.assay.ratings.baseline.Baseline;
import org.assay.ratings.baseline.ProtocolFeatures;
import org.assay.ratings.evaluation.DailyScores;
import org.assay.ratings.evaluation.DailySeries;
import org.assay.ratings.evaluation.HoldingRules;
import org.assay.ratings.evaluation.Horizon;
import org.assay.ratings.evaluation.Judge;
import org.assay.ratings.evaluation.Outcomes;
import org.assay.ratings.evaluation.Period;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.universe.Universe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol's integrity tests that concern the evaluation itself: T6, T9 and T10. */
class IntegrityTest {

    private static final int TOKENS = 100;
    private static final int DAYS = 900;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.1, 0.3})
    void a_planted_signal_is_recovered_within_two_standard_errors(double planted) {
        SyntheticPanel market = new SyntheticPanel(TOKENS, DAYS, planted, 11);
        DailySeries ic = score(market, market.signal, HoldingRules.ofProtocol()).ic();

        // Spearman's correlation of two normal variables with Pearson's correlation r is 6/pi asin(r/2).
        double expected = 6 / Math.PI * Math.asin(planted / 2);
        double error = 1 / Math.sqrt((TOKENS - 1.0) * ic.size());
        assertThat(ic.size()).isGreaterThan(700);
        assertThat(ic.mean()).isCloseTo(expected, within(2 * error));
    }

    @Test
    void a_random_walk_rewards_no_grade() {
        SyntheticPanel market = new SyntheticPanel(TOKENS, DAYS, 0, 12);
        Random random = new Random(13);
        double[] values = random.doubles((long) TOKENS * DAYS).toArray();
        DailyScores scores = score(market, Grid.of(TOKENS, DAYS, values), HoldingRules.ofProtocol());
        double error = 1 / Math.sqrt((TOKENS - 1.0) * scores.ic().size());

        assertThat(scores.ic().mean()).isCloseTo(0, within(2 * error));
        assertThat(scores.hit().mean()).isCloseTo(0.5, within(0.01));
    }

    @Test
    void a_signal_is_worth_nothing_on_the_wrong_day() {
        SyntheticPanel market = new SyntheticPanel(TOKENS, DAYS, 0.3, 14);
        DailySeries early = score(market, market.signal, new HoldingRules(0, 0)).ic();

        assertThat(early.mean()).isCloseTo(0, within(0.01));
    }

    @Test
    void entering_a_day_earlier_gains_little_on_the_shared_panel() {
        Reference reference = Reference.load();
        Grid grades = Baseline.LOW_RANGE.grades(reference.features);
        double[] ic = new double[2];
        for (int delay = 0; delay < 2; delay++) {
            Outcomes outcomes = Outcomes.of(
                    reference.panel, reference.universe, Horizon.DAY, Period.DEVELOPMENT, new HoldingRules(delay, 0));
            ic[delay] = reference.judge.score(grades, outcomes).ic().mean();
        }

        assertThat(ic[0] - ic[1]).isLessThan(0.02);
    }

    @Test
    void a_universe_knows_nothing_of_later_rows() {
        Reference reference = Reference.load();
        Panel panel = reference.panel;
        Random random = new Random(15);
        int[] lasts = random.ints(8, 300, panel.days()).toArray();
        lasts[0] = panel.index(LocalDate.of(2020, 12, 16));
        lasts[1] = panel.index(LocalDate.of(2020, 12, 17));
        for (int last : lasts) {
            Universe cut = Universe.of(cut(panel, last));
            for (int day = last - 20; day <= last; day++) {
                assertThat(cut.members(day)).isEqualTo(reference.universe.members(day));
            }
        }
    }

    @Test
    void a_feature_knows_nothing_of_later_rows() {
        Reference reference = Reference.load();
        int last = reference.panel.index(LocalDate.of(2020, 12, 17));
        Panel cut = cut(reference.panel, last);
        ProtocolFeatures features = new ProtocolFeatures(cut, Universe.of(cut));
        for (String name : features.names()) {
            Grid whole = reference.features.feature(name);
            Grid known = features.feature(name);
            for (int token = 0; token < known.tokens(); token++) {
                assertThat(Arrays.copyOfRange(known.values(), known.offset(token), known.offset(token) + last + 1))
                        .as(name)
                        .isEqualTo(Arrays.copyOfRange(
                                whole.values(), whole.offset(token), whole.offset(token) + last + 1));
            }
        }
    }

    private static DailyScores score(SyntheticPanel market, Grid grades, HoldingRules rules) {
        Universe universe = Universe.of(market.panel);
        ProtocolFeatures features = new ProtocolFeatures(market.panel, universe);
        return new Judge(market.panel, universe, features.volatility())
                .score(grades, Outcomes.of(market.panel, universe, Horizon.DAY, Period.DEVELOPMENT, rules));
    }

    /** The same tokens with the rows up to a day only. */
    private static Panel cut(Panel panel, int last) {
        return new Panel(
                panel.firstDay(),
                last + 1,
                panel.symbols(),
                cut(panel.open(), last),
                cut(panel.high(), last),
                cut(panel.low(), last),
                cut(panel.close(), last),
                cut(panel.volume(), last),
                cut(panel.marketCap(), last),
                cut(panel.scope(), last));
    }

    private static Grid cut(Grid grid, int last) {
        Grid cut = Grid.missing(grid.tokens(), last + 1);
        for (int token = 0; token < grid.tokens(); token++) {
            for (int day = 0; day <= last; day++) {
                cut.set(token, day, grid.get(token, day));
            }
        }
        return cut;
    }
}
