package org.assay.ratings.market;

import java.time.LocalDate;
import java.util.List;
import org.assay.ratings.panel.Grid;

/**
 * What the market is computed from; all grids have one shape.
 *
 * @param firstDay the UTC day with index 0
 * @param symbols of the tokens
 * @param close closes in USD
 * @param marketCap in USD
 * @param member above 0 where a token belongs to the universe after that day's close
 * @param traderGrade 0 to 100
 */
public record MarketInput(
        LocalDate firstDay, List<String> symbols, Grid close, Grid marketCap, Grid member, Grid traderGrade) {

    public MarketInput {
        symbols = List.copyOf(symbols);
        for (Grid grid : List.of(close, marketCap, member, traderGrade)) {
            if (grid.tokens() != symbols.size() || grid.days() != close.days()) {
                throw new IllegalArgumentException("the grids differ in shape");
            }
        }
    }
}
