/** Candles: buckets of trades, their roll-up to longer intervals and their merger over venues. */
@NullMarked
package org.assay.signals.candle;

import org.jspecify.annotations.NullMarked;
