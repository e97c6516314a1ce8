/** Gaps in trade streams: found, backfilled, closed. */
@NullMarked
package org.assay.ingest.gap;

import org.jspecify.annotations.NullMarked;
