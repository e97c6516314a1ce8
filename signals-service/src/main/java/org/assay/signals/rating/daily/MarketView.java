package org.assay.signals.rating.daily;

import java.util.List;
import org.assay.ratings.grade.GradeKind;
import org.assay.ratings.index.MarketSnapshot;
import org.assay.ratings.index.PanelMarket;
import org.assay.ratings.market.MarketDay;
import org.assay.ratings.market.MarketHistory;
import org.assay.ratings.market.MarketInput;
import org.assay.ratings.market.RegimeRules;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.signals.rating.TokenCatalogue;

/** The market as a whole on each day of a panel, and as the indices see it. */
final class MarketView {

    private final List<MarketDay> days;
    private final PanelMarket market;

    private MarketView(List<MarketDay> days, PanelMarket market) {
        this.days = days;
        this.market = market;
    }

    static MarketView of(DayPanel day, RatingMemory memory, TokenCatalogue catalogue) {
        Panel panel = day.panel();
        Grid trader = memory.grades(GradeKind.TRADER, panel);
        Grid investor = memory.grades(GradeKind.INVESTOR, panel);
        List<MarketDay> days = MarketHistory.of(
                new MarketInput(
                        panel.firstDay(),
                        catalogue.withBenchmarks(panel.symbols()),
                        panel.close(),
                        panel.marketCap(),
                        day.member(),
                        trader),
                RegimeRules.defaults());
        return new MarketView(
                days,
                new PanelMarket(
                        panel,
                        trader,
                        investor,
                        days.stream().map(each -> each.state().regime()).toList(),
                        catalogue.exclusions(),
                        catalogue.sectors()));
    }

    MarketDay day(int index) {
        return days.get(index);
    }

    MarketSnapshot snapshot(int index) {
        return market.snapshot(index);
    }
}
