/** Kraken spot, WebSocket version 2. */
@NullMarked
package org.assay.ingest.venue.kraken;

import org.jspecify.annotations.NullMarked;
