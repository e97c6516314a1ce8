/** A made-up venue with a format of its own, for tests of everything around the adapters. */
@NullMarked
package org.assay.ingest.fake;

import org.jspecify.annotations.NullMarked;
