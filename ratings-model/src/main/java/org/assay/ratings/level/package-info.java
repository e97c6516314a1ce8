/** Support and resistance from past swing highs and lows. */
@NullMarked
package org.assay.ratings.level;

import org.jspecify.annotations.NullMarked;
