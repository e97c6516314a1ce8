/** One venue's worker: from a frame to events, the same for live streams and recordings. */
@NullMarked
package org.assay.ingest.worker;

import org.jspecify.annotations.NullMarked;
