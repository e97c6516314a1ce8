/** Feeds recorded frames through the adapters on the recording's clock. */
@NullMarked
package org.assay.ingest.replay;

import org.jspecify.annotations.NullMarked;
