package org.assay.ratings.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assay.ratings.market.MarketDay;
import org.assay.ratings.market.MarketHistory;
import org.assay.ratings.market.MarketInput;
import org.assay.ratings.market.MarketRegime;
import org.assay.ratings.market.RegimeRules;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.panel.PanelReader;
import org.assay.ratings.reference.ReferenceFolder;
import org.assay.ratings.universe.ExclusionList;
import org.assay.ratings.universe.Universe;
import org.junit.jupiter.api.Test;

/** The indices by capitalisation over the shared panel, in which tokens begin, end and miss days. */
class SharedPanelIndexTest {

    @Test
    void real_ledgers_give_the_levels_bit_by_bit_and_nothing_comes_from_nowhere() {
        Panel panel = PanelReader.read(List.of(ReferenceFolder.panel())).panel();
        Grid none = Grid.missing(panel.tokens(), panel.days());
        List<MarketRegime> regimes = MarketHistory.of(
                        new MarketInput(
                                panel.firstDay(),
                                panel.symbols(),
                                panel.close(),
                                panel.marketCap(),
                                members(panel),
                                none),
                        RegimeRules.defaults())
                .stream()
                .map((MarketDay day) -> day.state().regime())
                .toList();
        PanelMarket market =
                new PanelMarket(panel, none, none, regimes, ExclusionList.ofProtocol(), ShippedIndices.sectors());
        List<MarketSnapshot> seen = new ArrayList<>();
        market.snapshots(panel.index(LocalDate.of(2017, 1, 1)), panel.days()).forEach(seen::add);
        for (IndexRules rules : ShippedIndices.all()) {
            IndexHistory history = IndexHistory.of(rules, seen);
            if (rules.rankBy() != RankBy.MARKET_CAP) {
                assertThat(history.levels()).as("no grades, no index").isEmpty();
                continue;
            }
            List<LocalDate> days =
                    history.levels().stream().map(IndexLevel::day).toList();
            assertThat(LedgerReplay.levels(history.trades(), market.closes(), days))
                    .isEqualTo(history.levels());
            assertThat(history.levels())
                    .as(rules.id())
                    .allMatch(level -> level.level() > 0)
                    .hasSizeGreaterThan(300);
            IndexPerformance performance = IndexPerformance.of(history, market.closes());
            assertThat(performance.maxDrawdown()).isBetween(-1.0, -0.2);
            assertThat(performance.returns().getLast().btc()).isNotNull();
        }
    }

    private static Grid members(Panel panel) {
        Universe universe = Universe.of(panel);
        Grid members = Grid.missing(panel.tokens(), panel.days());
        for (int day = 0; day < panel.days(); day++) {
            for (int token : universe.members(day)) {
                members.set(token, day, 1);
            }
        }
        return members;
    }
}
