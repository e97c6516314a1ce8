/** Recordings of what venues said: reading those of others in the forms they come in, and writing our own. */
@NullMarked
package org.assay.ingest.recording;

import org.jspecify.annotations.NullMarked;
