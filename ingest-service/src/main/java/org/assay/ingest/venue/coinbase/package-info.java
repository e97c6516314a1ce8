/** Coinbase Exchange. */
@NullMarked
package org.assay.ingest.venue.coinbase;

import org.jspecify.annotations.NullMarked;
