package org.assay.ratings.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assay.ratings.market.MarketDay;
import org.assay.ratings.market.MarketHistory;
import org.assay.ratings.market.MarketRegime;
import org.assay.ratings.market.RegimeRules;
import org.assay.ratings.market.SyntheticMarket;
import org.assay.ratings.universe.ExclusionList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped index over a synthetic market in which tokens come, go, and miss days. */
class IndexHistoryTest {

    private static final int DAYS = 600;
    private static final int TOKENS = 130;
    private static final SyntheticMarket MARKET = SyntheticMarket.of(31, TOKENS, DAYS);
    private static final SectorCatalogue SECTORS = sectors();
    private static final PanelMarket WHOLE = market(MARKET);
    private static final List<MarketSnapshot> DAYS_SEEN = seen(WHOLE, DAYS);
    private static final Map<Integer, List<MarketSnapshot>> CUT_SHORT = cutShort(List.of(100, 333, 400, 480));
    private static final List<MarketSnapshot> BEFORE_ANOTHER_FUTURE = seen(market(MARKET.scrambledFrom(400)), 400);

    static List<IndexRules> rules() {
        return ShippedIndices.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_ledger_and_the_prices_give_the_levels_bit_by_bit(IndexRules rules) {
        IndexHistory history = IndexHistory.of(rules, DAYS_SEEN);

        assertThat(history.levels()).hasSizeGreaterThan(300);
        assertThat(history.levels().getFirst().level()).isCloseTo(1000, within(1e-9));
        List<LocalDate> days = history.levels().stream().map(IndexLevel::day).toList();
        assertThat(LedgerReplay.levels(history.trades(), WHOLE.closes(), days)).isEqualTo(history.levels());
        for (RebalanceRecord trade : history.trades()) {
            assertThat(trade.levelBefore() - trade.cost())
                    .isCloseTo(trade.levelAfter(), within(1e-9 * trade.levelBefore()));
            double weights =
                    trade.entries().stream().mapToDouble(LedgerEntry::newWeight).sum();
            assertThat(weights).isCloseTo(1, within(1e-9));
            double moved = trade.entries().stream()
                    .mapToDouble(entry -> Math.abs(entry.newWeight() - entry.oldWeight()))
                    .sum();
            if (trade.trigger() != RebalanceTrigger.INCEPTION) {
                assertThat(trade.cost())
                        .isCloseTo(moved * trade.levelBefore() * rules.costBasisPoints() / 10_000, within(1e-9));
                assertThat(trade.turnover()).isCloseTo(moved / 2, within(1e-12));
            }
            assertThat(trade.entries()).allMatch(entry -> !entry.text().isBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_history_at_once_equals_one_taken_up_from_any_day(IndexRules rules) {
        IndexHistory whole = IndexHistory.of(rules, DAYS_SEEN);
        IndexEngine engine = new IndexEngine(rules);
        for (int cut : new int[] {100, 333, 480}) {
            IndexHistory first = IndexHistory.of(rules, cutShort(cut));
            assertThat(first.levels())
                    .isEqualTo(whole.levels().subList(0, first.levels().size()));
            assertThat(first.trades())
                    .isEqualTo(whole.trades().subList(0, first.trades().size()));
            List<IndexLevel> levels = new ArrayList<>(first.levels());
            List<RebalanceRecord> trades = new ArrayList<>(first.trades());
            IndexState state = first.state();
            for (int day = cut; day < DAYS; day++) {
                IndexStep step = engine.advance(state, DAYS_SEEN.get(day));
                if (step.level() != null) {
                    levels.add(step.level());
                }
                trades.addAll(step.trades());
                state = step.state();
            }
            assertThat(new IndexHistory(levels, trades, state)).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void scrambling_the_future_changes_no_earlier_day(IndexRules rules) {
        IndexHistory before = IndexHistory.of(rules, cutShort(400));
        IndexHistory other = IndexHistory.of(rules, BEFORE_ANOTHER_FUTURE);
        assertThat(other).isEqualTo(before);
    }

    private static List<MarketSnapshot> seen(PanelMarket market, int days) {
        List<MarketSnapshot> seen = new ArrayList<>();
        market.snapshots(0, days).forEach(seen::add);
        return seen;
    }

    /** What was seen of markets that end after so many days. */
    private static Map<Integer, List<MarketSnapshot>> cutShort(List<Integer> lengths) {
        Map<Integer, List<MarketSnapshot>> seen = new HashMap<>();
        lengths.forEach(days -> seen.put(days, seen(market(MARKET.first(days)), days)));
        return seen;
    }

    private static List<MarketSnapshot> cutShort(int days) {
        return Objects.requireNonNull(CUT_SHORT.get(days));
    }

    private static PanelMarket market(SyntheticMarket market) {
        List<MarketRegime> regimes = MarketHistory.of(market.input(), RegimeRules.defaults()).stream()
                .map((MarketDay day) -> day.state().regime())
                .toList();
        return new PanelMarket(
                market.panel(), market.grade(), market.grade(), regimes, ExclusionList.ofProtocol(), SECTORS);
    }

    /** Gives every third token each of the sectors. */
    private static SectorCatalogue sectors() {
        StringBuilder yaml = new StringBuilder();
        for (String sector : List.of("smart-contracts", "defi", "exchange", "payments", "privacy", "games")) {
            yaml.append(sector).append(": [BTC");
            for (int token = yaml.length() % 3 + 2; token < TOKENS; token += 3) {
                yaml.append(", T%03d".formatted(token));
            }
            yaml.append("]\n");
        }
        return SectorCatalogue.read("test", yaml.toString());
    }
}
