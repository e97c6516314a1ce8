package org.assay.ratings.index;

import java.time.LocalDate;
import java.util.List;

/**
 * One trade of an index: every changed holding with its price.
 *
 * @param indexId of the index
 * @param decidedOn UTC day after whose close it was decided
 * @param executedOn UTC day at whose close it was traded
 * @param trigger what made it trade
 * @param levelBefore level at that close before costs
 * @param levelAfter level after them
 * @param turnover half the sum of the absolute changes of weight, at inception 0
 * @param cost in index points
 * @param entries ascending by symbol
 */
public record RebalanceRecord(
        String indexId,
        LocalDate decidedOn,
        LocalDate executedOn,
        RebalanceTrigger trigger,
        double levelBefore,
        double levelAfter,
        double turnover,
        double cost,
        List<LedgerEntry> entries) {

    public RebalanceRecord {
        entries = List.copyOf(entries);
    }
}
