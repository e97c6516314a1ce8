package org.assay.ratings.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holdings after a trade.
 *
 * @param holdings ascending by symbol
 * @param record absent when nothing was traded
 */
record Trade(List<Holding> holdings, @Nullable RebalanceRecord record) {}
