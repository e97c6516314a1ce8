/** OKX version 5, spot. */
@NullMarked
package org.assay.ingest.venue.okx;

import org.jspecify.annotations.NullMarked;
