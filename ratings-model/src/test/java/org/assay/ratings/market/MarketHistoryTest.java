package org.assay.ratings.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.junit.jupiter.api.Test;

class MarketHistoryTest {

    private static final RegimeRules RULES = RegimeRules.defaults();
    private static final SyntheticMarket MARKET = SyntheticMarket.of(11, 60, 700);

    @Test
    void cutting_or_scrambling_the_future_changes_no_earlier_day() {
        List<MarketDay> whole = MarketHistory.of(MARKET.input(), RULES);
        for (int days : new int[] {1, 2, 49, 50, 51, 200, 333, 500}) {
            assertThat(MarketHistory.of(MARKET.first(days).input(), RULES)).isEqualTo(whole.subList(0, days));
            assertThat(MarketHistory.of(MARKET.scrambledFrom(days).input(), RULES)
                            .subList(0, days))
                    .isEqualTo(whole.subList(0, days));
        }
    }

    @Test
    void every_regime_occurs_and_lasts() {
        List<MarketDay> days = MarketHistory.of(MARKET.input(), RULES);
        Set<MarketRegime> seen = EnumSet.noneOf(MarketRegime.class);
        int changes = 0;
        for (int day = 1; day < days.size(); day++) {
            seen.add(days.get(day).state().regime());
            changes +=
                    days.get(day).state().regime() == days.get(day - 1).state().regime() ? 0 : 1;
        }
        assertThat(seen).containsExactlyInAnyOrder(MarketRegime.values());
        assertThat(changes).isBetween(4, 40);
    }

    @Test
    void dominance_breadth_and_grades_are_shares_of_the_members() {
        int day = 400;
        MarketDay market = MarketHistory.of(MARKET.input(), RULES).get(day);
        Grid cap = MARKET.panel().marketCap();
        double total = 0;
        int members = 0;
        int graded = 0;
        int high = 0;
        for (int token = 0; token < MARKET.panel().tokens(); token++) {
            if (MARKET.member().get(token, day) > 0) {
                members++;
                total += cap.has(token, day) ? cap.get(token, day) : 0;
                graded += MARKET.grade().has(token, day) ? 1 : 0;
                high += MARKET.grade().get(token, day) >= RULES.highGrade() ? 1 : 0;
            }
        }
        assertThat(market.tokens()).isEqualTo(members);
        assertThat(market.totalCap()).isEqualTo(total);
        assertThat(market.btcDominance()).isEqualTo(cap.get(0, day) / total);
        assertThat(market.ethDominance()).isEqualTo(cap.get(1, day) / total);
        assertThat(market.highGrades()).isEqualTo((double) high / graded);
        assertThat(market.above50()).isBetween(0.0, 1.0);
        assertThat(Objects.requireNonNull(market.score())).isBetween(-1.0, 1.0);
    }

    @Test
    void the_level_chains_returns_weighted_by_the_capitalisation_of_the_day_before() {
        List<MarketDay> days = MarketHistory.of(MARKET.input(), RULES);
        Grid close = MARKET.panel().close();
        Grid cap = MARKET.panel().marketCap();
        for (int day : new int[] {60, 150, 699}) {
            double value = 0;
            double before = 0;
            for (int token = 0; token < close.tokens(); token++) {
                boolean counted =
                        MARKET.member().get(token, day - 1) > 0 && close.has(token, day) && close.has(token, day - 1);
                if (counted) {
                    before += cap.get(token, day - 1);
                    value += cap.get(token, day - 1) * close.get(token, day) / close.get(token, day - 1);
                }
            }
            assertThat(days.get(day).level() / days.get(day - 1).level()).isCloseTo(value / before, within(1e-12));
        }
    }

    @Test
    void a_market_of_nothing_is_neutral_and_says_that_it_knows_nothing() {
        Grid empty = Grid.missing(2, 80);
        MarketInput input = new MarketInput(SyntheticMarket.FIRST_DAY, List.of("A", "BTC"), empty, empty, empty, empty);
        MarketDay last = MarketHistory.of(input, RULES).getLast();
        assertThat(last.state().regime()).isEqualTo(MarketRegime.NEUTRAL);
        assertThat(last.totalCap()).isNull();
        assertThat(last.btcDominance()).isNull();
        assertThat(last.above50()).isNull();
        assertThat(last.score()).isNull();
        assertThat(last.level()).isEqualTo(1000);
    }
}
