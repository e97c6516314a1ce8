/** Live WebSocket streams: connections, subscriptions, stale watch and reconnects. */
@NullMarked
package org.assay.ingest.stream;

import org.jspecify.annotations.NullMarked;
