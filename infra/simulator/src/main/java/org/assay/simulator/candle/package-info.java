/** Candles of any past: from the trades where they exist, from the price path before. */
@NullMarked
package org.assay.simulator.candle;

import org.jspecify.annotations.NullMarked;
