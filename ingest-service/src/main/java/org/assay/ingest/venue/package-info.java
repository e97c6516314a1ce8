/** The port to a trading venue: one small interface, and the records it speaks in. */
@NullMarked
package org.assay.ingest.venue;

import org.jspecify.annotations.NullMarked;
