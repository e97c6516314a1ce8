package org.assay.ratings.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a day made of an index.
 *
 * @param state after the day
 * @param level of the day; absent before the index begins
 * @param trades of the day, in their order; mostly none
 */
public record IndexStep(IndexState state, @Nullable IndexLevel level, List<RebalanceRecord> trades) {

    public IndexStep {
        trades = List.copyOf(trades);
    }
}
