package org.assay.ratings.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RegimeMachinePropertyTest {

    private static final RegimeRules RULES = RegimeRules.defaults();

    @Property
    void a_regime_begins_only_after_the_confirming_days(
            @ForAll @Size(max = 80) List<@IntRange(min = -10, max = 10) Integer> tenths) {
        RegimeMachine machine = new RegimeMachine(RULES);
        RegimeState state = RegimeState.initial();
        List<Double> scores = new ArrayList<>();
        for (int tenth : tenths) {
            double score = tenth / 10.0;
            scores.add(score);
            RegimeState next = machine.step(state, score);
            if (next.regime() != state.regime()) {
                assertThat(scores.size()).isGreaterThanOrEqualTo(RULES.confirmDays());
                List<Double> last = scores.subList(scores.size() - RULES.confirmDays(), scores.size());
                switch (next.regime()) {
                    case BULL -> assertThat(last).allMatch(value -> value >= RULES.enter());
                    case BEAR -> assertThat(last).allMatch(value -> value <= -RULES.enter());
                    case NEUTRAL -> assertThat(last).allMatch(value -> Math.abs(value) < RULES.enter());
                }
                assertThat(next.days()).isZero();
            } else {
                assertThat(next.days()).isEqualTo(state.days() + 1);
            }
            state = next;
        }
    }

    @Property
    void an_unknown_score_keeps_the_regime(@ForAll MarketRegime regime) {
        RegimeState state = new RegimeState(regime, 5, MarketRegime.BULL, 2);
        assertThat(new RegimeMachine(RULES).step(state, Double.NaN)).isEqualTo(new RegimeState(regime, 6, regime, 0));
    }
}
