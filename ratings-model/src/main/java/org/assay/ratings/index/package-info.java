/** Rule-based indices: selection, weights, rebalances, levels and the ledger that they recompute from. */
@NullMarked
package org.assay.ratings.index;

import org.jspecify.annotations.NullMarked;
