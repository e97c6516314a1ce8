/** Binance spot: combined streams and REST v3. */
@NullMarked
package org.assay.simulator.binance;

import org.jspecify.annotations.NullMarked;
