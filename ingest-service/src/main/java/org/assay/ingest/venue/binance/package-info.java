/** Binance spot. */
@NullMarked
package org.assay.ingest.venue.binance;

import org.jspecify.annotations.NullMarked;
