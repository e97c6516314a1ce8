/** Fills gaps from a venue's own history, over REST. */
@NullMarked
package org.assay.ingest.backfill;

import org.jspecify.annotations.NullMarked;
