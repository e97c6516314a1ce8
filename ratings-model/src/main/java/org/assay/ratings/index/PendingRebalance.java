package org.assay.ratings.index;

import java.time.LocalDate;
import java.util.List;

/**
 * A trade that is decided and waits for the next close.
 *
 * @param decidedOn UTC day after whose close it was decided
 * @param trigger what made it
 * @param targets every token that is held or will be, ascending by symbol; the weights sum to 1
 */
public record PendingRebalance(LocalDate decidedOn, RebalanceTrigger trigger, List<Target> targets) {

    public PendingRebalance {
        targets = List.copyOf(targets);
    }
}
