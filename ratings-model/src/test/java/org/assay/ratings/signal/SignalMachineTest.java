package org.assay.ratings.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class SignalMachineTest {

    private static final SignalMachine MACHINE = new SignalMachine(SignalRules.daily());
    private static final SignalState FLAT = SignalState.initial();
    private static final SignalState LONG = new SignalState(Position.LONG, 10, 0);
    private static final SignalState SHORT = new SignalState(Position.SHORT, 10, 0);

    @Test
    void a_high_grade_needs_an_uptrend() {
        assertThat(MACHINE.step(FLAT, 80, 0.02).change())
                .isEqualTo(new SignalChange(
                        Position.FLAT, Position.LONG, SignalReason.GRADE_HIGH_IN_UPTREND, 80.0, 0.02, 1));
        assertThat(MACHINE.step(FLAT, 80, -0.02).change()).isNull();
        assertThat(MACHINE.step(FLAT, 80, Double.NaN).change()).isNull();
        assertThat(MACHINE.step(FLAT, 64.9, 0.02).change()).isNull();
    }

    @Test
    void between_entry_and_exit_a_position_stays() {
        assertThat(MACHINE.step(LONG, 55, 0.01).state()).isEqualTo(new SignalState(Position.LONG, 11, 0));
        assertThat(MACHINE.step(SHORT, 40, 0.01).state()).isEqualTo(new SignalState(Position.SHORT, 11, 0));
    }

    @Test
    void each_exit_has_its_reason() {
        assertThat(reason(LONG, 49, 0.1)).isEqualTo(SignalReason.GRADE_BELOW_EXIT);
        assertThat(reason(LONG, 60, -0.06)).isEqualTo(SignalReason.TREND_TURNED);
        assertThat(reason(SHORT, 46, -0.1)).isEqualTo(SignalReason.GRADE_ABOVE_EXIT);
        assertThat(reason(SHORT, 40, 0.06)).isEqualTo(SignalReason.TREND_TURNED);
        assertThat(reason(new SignalState(Position.LONG, 10, 3), Double.NaN, 0.1))
                .isEqualTo(SignalReason.GRADE_MISSING);
    }

    @Test
    void a_position_can_turn_into_its_opposite() {
        assertThat(MACHINE.step(LONG, 20, -0.1).state()).isEqualTo(new SignalState(Position.SHORT, 0, 0));
    }

    @Test
    void a_young_position_is_kept() {
        SignalState young = new SignalState(Position.LONG, 1, 0);
        assertThat(MACHINE.step(young, 10, -0.5).change()).isNull();
        assertThat(MACHINE.step(new SignalState(Position.LONG, 2, 0), 10, -0.5).change())
                .isNotNull();
    }

    @Test
    void entries_above_exits_are_refused() {
        assertThatThrownBy(() -> new SignalRules("x", 50, 60, 30, 45, 20, 0.05, 3, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("overlap");
    }

    @Test
    void the_trend_is_the_distance_from_the_mean_of_the_window() {
        double[] prices = {1, 2, Double.NaN, 4, 5};
        assertThat(Trend.at(prices, 4, 5)).isCloseTo(5 / 3.0 - 1, within(1e-15));
        assertThat(Trend.at(prices, 4, 4)).isNaN();
        assertThat(Trend.at(prices, 2, 3)).isNaN();
        assertThat(Trend.at(prices, 1, 5)).isNaN();
    }

    private static SignalReason reason(SignalState state, double grade, double trend) {
        SignalChange change = MACHINE.step(state, grade, trend).change();
        assertThat(change).isNotNull();
        return Objects.requireNonNull(change).reason();
    }
}
