/** Indices: what they are, what they hold, how they did, and the ledger of every trade. */
@NullMarked
package org.assay.api.index;

import org.jspecify.annotations.NullMarked;
