/** Past candles for a fresh start. */
@NullMarked
package org.assay.ingest.history;

import org.jspecify.annotations.NullMarked;
