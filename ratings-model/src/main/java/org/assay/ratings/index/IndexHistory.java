package org.assay.ratings.index;

import java.util.ArrayList;
import java.util.List;

/**
 * An index from its beginning.
 *
 * @param levels one for each day since it began
 * @param trades its ledger
 * @param state from which it goes on
 */
public record IndexHistory(List<IndexLevel> levels, List<RebalanceRecord> trades, IndexState state) {

    public IndexHistory {
        levels = List.copyOf(levels);
        trades = List.copyOf(trades);
    }

    /** The history over the given days, which ascend. */
    public static IndexHistory of(IndexRules rules, Iterable<MarketSnapshot> days) {
        IndexEngine engine = new IndexEngine(rules);
        List<IndexLevel> levels = new ArrayList<>();
        List<RebalanceRecord> trades = new ArrayList<>();
        IndexState state = IndexState.initial(rules);
        for (MarketSnapshot day : days) {
            IndexStep step = engine.advance(state, day);
            IndexLevel level = step.level();
            if (level != null) {
                levels.add(level);
            }
            trades.addAll(step.trades());
            state = step.state();
        }
        return new IndexHistory(levels, trades, state);
    }
}
