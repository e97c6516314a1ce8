/** How ratings are written as records. */
@NullMarked
package org.assay.signals.rating.record;

import org.jspecify.annotations.NullMarked;
