package org.assay.ratings.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.ratings.market.MarketRegime;
import org.junit.jupiter.api.Test;

class IndexEngineTest {

    /** A Sunday. */
    private static final LocalDate START = LocalDate.of(2021, 1, 3);

    private static final String RULES = """
            id: two
            name: Two
            description: The two largest.
            rank_by: market_cap
            count: 2
            weights: equal
            rebalance: weekly
            bear_asset: USDC
            cost_bp: 100
            no_price_days: 2
            """;

    @Test
    void an_index_begins_at_1000_on_the_close_after_the_decision() {
        IndexHistory history = run(RULES, day(0, "A 10 5, B 20 4, C 1 3"), day(1, "A 20 5, B 10 4, C 1 3"));

        assertThat(history.levels()).containsExactly(new IndexLevel(START.plusDays(1), 1000, 0));
        RebalanceRecord inception = history.trades().getFirst();
        assertThat(inception.trigger()).isEqualTo(RebalanceTrigger.INCEPTION);
        assertThat(inception.decidedOn()).isEqualTo(START);
        assertThat(inception.cost()).isZero();
        assertThat(inception.entries())
                .containsExactly(
                        new LedgerEntry("A", 0, 25, 0, 0.5, 20, ChangeReason.INCEPTION, "rank 1 by market_cap"),
                        new LedgerEntry("B", 0, 50, 0, 0.5, 10, ChangeReason.INCEPTION, "rank 2 by market_cap"));
    }

    @Test
    void a_rebalance_costs_what_is_traded_and_names_who_comes_and_goes() {
        IndexHistory history = run(
                RULES,
                day(0, "A 20 5, B 10 4, C 5 3"),
                day(1, "A 20 5, B 10 2, C 5 3"),
                day(2, "A 40 5, B 10 2, C 5 3"));

        RebalanceRecord weekly = history.trades().get(1);
        assertThat(weekly.trigger()).isEqualTo(RebalanceTrigger.SCHEDULE);
        assertThat(weekly.decidedOn()).isEqualTo(START.plusDays(1));
        assertThat(weekly.executedOn()).isEqualTo(START.plusDays(2));
        assertThat(weekly.levelBefore()).isEqualTo(1500);
        // A falls from 2/3 to 1/2, B from 1/3 to 0, C rises from 0 to 1/2.
        assertThat(weekly.turnover()).isCloseTo(0.5, within(1e-12));
        assertThat(weekly.cost()).isCloseTo(15, within(1e-9));
        assertThat(weekly.levelAfter()).isCloseTo(1485, within(1e-9));
        assertThat(weekly.entries())
                .extracting(LedgerEntry::symbol, LedgerEntry::reason)
                .containsExactly(
                        tuple("A", ChangeReason.REWEIGHTED),
                        tuple("B", ChangeReason.LEFT_RANK),
                        tuple("C", ChangeReason.ENTERED));
        assertThat(weekly.entries().get(1).newUnits()).isZero();
        assertThat(weekly.entries().get(1).text()).isEqualTo("rank 3 beyond 2 and a buffer of 0");
    }

    @Test
    void a_constituent_within_the_buffer_stays() {
        String buffered = RULES.replace("weekly", "weekly\nbuffer: 1");
        IndexHistory history = run(
                buffered,
                day(0, "A 20 5, B 10 4, C 5 3"),
                day(1, "A 20 5, B 10 2, C 5 3"),
                day(2, "A 20 5, B 10 2, C 5 3"));
        assertThat(history.state().holdings()).extracting(Holding::symbol).containsExactly("A", "B");
    }

    @Test
    void a_bear_market_is_spent_in_the_stablecoin() {
        IndexHistory history = run(
                RULES,
                day(0, "A 20 5, B 10 4, USDC 1"),
                day(1, "A 20 5, B 10 4, USDC 1"),
                bear(2, "A 20 5, B 10 4, USDC 0.5"),
                bear(3, "A 20 5, B 10 4, USDC 0.5"),
                day(4, "A 10 5, B 10 4, USDC 0.5"),
                day(5, "A 10 5, B 10 4, USDC 0.5"));
        List<RebalanceTrigger> triggers =
                history.trades().stream().map(RebalanceRecord::trigger).toList();
        assertThat(triggers)
                .containsExactly(
                        RebalanceTrigger.INCEPTION,
                        RebalanceTrigger.SCHEDULE,
                        RebalanceTrigger.BEAR_REGIME,
                        RebalanceTrigger.BEAR_ENDED);
        RebalanceRecord defended = history.trades().get(2);
        assertThat(defended.executedOn()).isEqualTo(START.plusDays(3));
        assertThat(defended.levelAfter()).isCloseTo(980, within(1e-9));
        assertThat(defended.entries().getLast().newUnits()).isCloseTo(1960, within(1e-9));
        assertThat(defended.entries()).allMatch(entry -> entry.reason() == ChangeReason.BEAR_REGIME);
        assertThat(history.state().defensive()).isFalse();
        assertThat(history.levels().getLast().level()).isCloseTo(980 * 0.98, within(1e-9));
    }

    @Test
    void a_token_without_price_is_held_at_its_last_print_and_then_sold_at_it() {
        IndexHistory history = run(
                RULES,
                day(0, "A 20 5, B 10 4"),
                day(2, "A 20 5, B 10 4"),
                day(3, "A 20 5"),
                day(4, "A 20 5"),
                day(5, "A 20 5"));
        assertThat(history.levels()).extracting(IndexLevel::heldAtLastPrint).containsExactly(0, 1, 1, 0);
        RebalanceRecord sale = history.trades().getLast();
        assertThat(sale.trigger()).isEqualTo(RebalanceTrigger.NO_PRICE);
        assertThat(sale.executedOn()).isEqualTo(START.plusDays(5));
        LedgerEntry gone = sale.entries().get(1);
        assertThat(gone.symbol()).isEqualTo("B");
        assertThat(gone.price()).isEqualTo(10);
        assertThat(gone.newUnits()).isZero();
        assertThat(gone.reason()).isEqualTo(ChangeReason.NO_PRICE);
        assertThat(history.state().holdings()).extracting(Holding::symbol).containsExactly("A", "USDC");
        assertThat(history.levels().getLast().level()).isCloseTo(990, within(1e-9));
    }

    @Test
    void a_newcomer_without_price_on_the_day_of_the_trade_is_left_out() {
        IndexHistory history = run(RULES, day(0, "A 20 5, B 10 4"), day(1, "A 20 5"));
        assertThat(history.trades().getFirst().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.newWeight()).isEqualTo(1));
    }

    @Test
    void too_few_eligible_tokens_begin_no_index_and_none_change_no_holding() {
        assertThat(run(RULES, day(0, "A 20 5"), day(1, "A 20 5")).levels()).isEmpty();
        IndexHistory history = run(
                RULES.replace("rebalance", "eligibility:\n  min_market_cap: 3\nrebalance"),
                day(0, "A 20 5, B 10 4"),
                day(1, "A 20 2, B 10 2"),
                day(2, "A 20 2, B 10 2"));
        assertThat(history.trades()).hasSize(1);
        assertThat(history.levels()).hasSize(2);
    }

    @Test
    void a_day_twice_or_another_index_is_refused() {
        IndexRules rules = IndexRulesReader.read("two", RULES);
        IndexEngine engine = new IndexEngine(rules);
        IndexState state =
                engine.advance(IndexState.initial(rules), day(0, "A 20 5")).state();
        assertThatThrownBy(() -> engine.advance(state, day(0, "A 20 5"))).isInstanceOf(IllegalArgumentException.class);
        IndexState other = new IndexState("other", null, List.of(), null, false);
        assertThatThrownBy(() -> engine.advance(other, day(0, "A 20 5"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void performance_is_told_for_each_period_and_against_btc() {
        List<IndexLevel> levels = new ArrayList<>();
        for (int day = 0; day <= 40; day++) {
            levels.add(new IndexLevel(START.plusDays(day), 1000 + day * (day % 2 == 0 ? 10 : 9), 0));
        }
        IndexHistory history =
                new IndexHistory(levels, List.of(), IndexState.initial(IndexRulesReader.read("two", RULES)));
        Map<LocalDate, Double> btc = Map.of(START.plusDays(40), 300.0, START.plusDays(33), 200.0);

        IndexPerformance performance = IndexPerformance.of(history, (symbol, day) -> btc.get(day));

        assertThat(performance.level()).isEqualTo(1400);
        assertThat(performance.returns()).extracting(PeriodReturn::period).containsExactly("1d", "7d", "30d", "all");
        PeriodReturn week = performance.returns().get(1);
        assertThat(week.index()).isCloseTo(1400.0 / 1297 - 1, within(1e-12));
        assertThat(week.btc()).isEqualTo(0.5);
        assertThat(week.excess()).isEqualTo(week.index() - 0.5);
        assertThat(performance.returns().getFirst().btc()).isNull();
        assertThat(performance.maxDrawdown()).isEqualTo((1000 + 39.0 * 9) / (1000 + 38 * 10) - 1);
        assertThat(performance.currentDrawdown()).isZero();
        assertThat(performance.volatility()).isPositive();
    }

    private static IndexHistory run(String rules, MarketSnapshot... days) {
        return IndexHistory.of(IndexRulesReader.read("test", rules), List.of(days));
    }

    private static MarketSnapshot day(int day, String tokens) {
        return snapshot(day, MarketRegime.NEUTRAL, tokens);
    }

    private static MarketSnapshot bear(int day, String tokens) {
        return snapshot(day, MarketRegime.BEAR, tokens);
    }

    /** Tokens as "symbol close capitalisation"; without a capitalisation it is no candidate. */
    private static MarketSnapshot snapshot(int day, MarketRegime regime, String tokens) {
        List<Candidate> candidates = new ArrayList<>();
        for (String token : tokens.split(", ", -1)) {
            List<String> parts = List.of(token.split(" ", -1));
            boolean sized = parts.size() > 2;
            candidates.add(new Candidate(
                    parts.get(0),
                    Double.valueOf(parts.get(1)),
                    sized ? Double.valueOf(parts.get(2)) : null,
                    null,
                    100,
                    null,
                    null,
                    sized,
                    Set.of()));
        }
        return MarketSnapshot.of(START.plusDays(day), regime, candidates);
    }
}
