/** The venues that Assay reads. */
@NullMarked
package org.assay.ingest.venue.registry;

import org.jspecify.annotations.NullMarked;
