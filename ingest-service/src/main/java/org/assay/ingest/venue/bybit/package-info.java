/** Bybit version 5, spot. */
@NullMarked
package org.assay.ingest.venue.bybit;

import org.jspecify.annotations.NullMarked;
