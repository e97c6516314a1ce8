/** Stretches of streams in which trades may have been missed, and how each ended. */
@NullMarked
package org.assay.api.gap;

import org.jspecify.annotations.NullMarked;
