/** What all venues' formats have in common: strict reading of JSON, decimals and times, and the writing of requests. */
@NullMarked
package org.assay.ingest.venue.wire;

import org.jspecify.annotations.NullMarked;
