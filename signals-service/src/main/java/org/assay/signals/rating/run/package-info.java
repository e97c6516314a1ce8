/** When ratings are computed, by whom, and from where on. */
@NullMarked
package org.assay.signals.rating.run;

import org.jspecify.annotations.NullMarked;
