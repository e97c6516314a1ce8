/** Markets: what a venue lists, which tokens that means, and what is streamed. */
@NullMarked
package org.assay.ingest.market;

import org.jspecify.annotations.NullMarked;
