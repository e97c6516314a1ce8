/** Candles held against what really happened. */
@NullMarked
package org.assay.bench.audit;

import org.jspecify.annotations.NullMarked;
