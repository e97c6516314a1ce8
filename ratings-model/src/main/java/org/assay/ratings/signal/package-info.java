/** Positions of -1, 0 and 1 from grades and trend, with hysteresis. */
@NullMarked
package org.assay.ratings.signal;

import org.jspecify.annotations.NullMarked;
