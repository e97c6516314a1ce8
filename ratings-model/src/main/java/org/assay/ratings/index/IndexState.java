package org.assay.ratings.index;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the next day of an index depends on, beside that day's market. Written and read back without loss, it goes on
 * as if it had never stopped.
 *
 * @param indexId of the index
 * @param day last day that was taken in; absent before the first
 * @param holdings ascending by symbol; empty before the index begins
 * @param pending decided, to be traded at the next close; absent when nothing is
 * @param defensive whether the index left its tokens because of a bear market
 */
public record IndexState(
        String indexId,
        @Nullable LocalDate day,
        List<Holding> holdings,
        @Nullable PendingRebalance pending,
        boolean defensive) {

    public IndexState {
        holdings = List.copyOf(holdings);
    }

    /** Before the first day. */
    public static IndexState initial(IndexRules rules) {
        return new IndexState(rules.id(), null, List.of(), null, false);
    }

    /** Sum of the holdings' values in the order of their symbols; 0 before the index begins. */
    public double level() {
        double level = 0;
        for (Holding holding : holdings) {
            level += holding.value();
        }
        return level;
    }
}
