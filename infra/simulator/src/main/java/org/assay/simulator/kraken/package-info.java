/** Kraken spot: WebSocket v2 and REST. */
@NullMarked
package org.assay.simulator.kraken;

import org.jspecify.annotations.NullMarked;
