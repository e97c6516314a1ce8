package org.assay.ratings.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.universe.Universe;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    private static final int TOKENS = 32;
    private static final int DAYS = 140;

    private final Grid close = Grid.missing(TOKENS, DAYS);
    private final Grid cap = Grid.missing(TOKENS, DAYS);

    OutcomesTest() {
        for (int token = 0; token < TOKENS; token++) {
            for (int day = 0; day < DAYS; day++) {
                close.set(token, day, Math.exp(0.01 * day));
                cap.set(token, day, 1000 - token);
            }
        }
    }

    @Test
    void entry_is_at_the_next_close_and_exit_a_horizon_later() {
        Outcomes outcomes = outcomes(LocalDate.of(2019, 1, 1), Horizon.WEEK, HoldingRules.ofProtocol());

        assertThat(outcomes.returns().get(0, 100)).isCloseTo(Math.exp(0.07) - 1, within(1e-12));
        assertThat(outcomes.days()[0]).isEqualTo(59);
        assertThat(outcomes.days()[outcomes.days().length - 1]).isEqualTo(DAYS - 1 - 8);
        assertThat(outcomes.universeReturns().mean()).isCloseTo(Math.exp(0.07) - 1, within(1e-12));
    }

    @Test
    void a_missing_entry_is_not_judged_and_a_missing_exit_is_marked_at_the_last_close() {
        close.set(0, 101, Double.NaN);
        close.set(1, 108, Double.NaN);
        Outcomes outcomes = outcomes(LocalDate.of(2019, 1, 1), Horizon.WEEK, HoldingRules.ofProtocol());

        assertThat(outcomes.returns().has(0, 100)).isFalse();
        assertThat(outcomes.counts(0, 100)).isFalse();
        assertThat(outcomes.returns().get(1, 100)).isCloseTo(Math.exp(0.06) - 1, within(1e-12));
    }

    @Test
    void a_token_that_ends_is_marked_at_its_last_close_with_the_haircut_asked_for() {
        end(0, 104);
        LocalDate first = LocalDate.of(2019, 1, 1);

        assertThat(outcomes(first, Horizon.WEEK, HoldingRules.ofProtocol())
                        .returns()
                        .get(0, 100))
                .isCloseTo(Math.exp(0.03) - 1, within(1e-12));
        assertThat(outcomes(first, Horizon.WEEK, new HoldingRules(1, 0.5))
                        .returns()
                        .get(0, 100))
                .isCloseTo(Math.exp(0.03) / 2 - 1, within(1e-12));
    }

    @Test
    void a_token_whose_source_ended_is_unknown_afterwards() {
        end(0, 104);
        LocalDate first = LocalDate.of(2020, 12, 16).minusDays(106);
        Outcomes outcomes = outcomes(first, Horizon.WEEK, HoldingRules.ofProtocol());

        assertThat(outcomes.returns().has(0, 100)).isFalse();
        assertThat(outcomes.returns().has(0, 96)).isTrue();
        assertThat(outcomes.returns().has(1, 100)).isTrue();
    }

    @Test
    void no_holding_spans_the_change_of_sources() {
        LocalDate first = LocalDate.of(2020, 12, 16).minusDays(105);
        Outcomes outcomes = outcomes(first, Horizon.WEEK, HoldingRules.ofProtocol());

        assertThat(IntStream.of(outcomes.days())).contains(97, 105).doesNotContain(98, 101, 104);
    }

    @Test
    void a_bad_print_is_neither_an_entry_nor_an_exit() {
        close.set(0, 110, 1000 * close.get(0, 110));
        Outcomes outcomes = outcomes(LocalDate.of(2019, 1, 1), Horizon.WEEK, HoldingRules.ofProtocol());

        assertThat(outcomes.returns().has(0, 109)).isFalse();
        assertThat(outcomes.returns().has(0, 102)).isFalse();
        assertThat(outcomes.returns().has(0, 103)).isTrue();
    }

    @Test
    void a_panel_reaches_into_the_periods_it_has_days_of() {
        assertThat(Period.reachedBy(panel(LocalDate.of(2019, 1, 1)))).containsExactly(Period.DEVELOPMENT);
        assertThat(Period.reachedBy(panel(LocalDate.of(2021, 12, 1))))
                .containsExactly(Period.DEVELOPMENT, Period.LATER);
        assertThat(Period.reachedBy(panel(LocalDate.of(2010, 12, 1)))).isEmpty();
    }

    private void end(int token, int last) {
        for (int day = last + 1; day < DAYS; day++) {
            close.set(token, day, Double.NaN);
        }
    }

    private Outcomes outcomes(LocalDate first, Horizon horizon, HoldingRules rules) {
        Panel panel = panel(first);
        return Outcomes.of(panel, Universe.of(panel), horizon, Period.DEVELOPMENT, rules);
    }

    private Panel panel(LocalDate first) {
        List<String> symbols =
                IntStream.range(0, TOKENS).mapToObj(i -> "T" + (100 + i)).toList();
        Grid nothing = Grid.missing(TOKENS, DAYS);
        return new Panel(first, DAYS, symbols, close, close, close, close, nothing, cap, nothing);
    }
}
