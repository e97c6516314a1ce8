/** How the daily returns of tokens move together. */
@NullMarked
package org.assay.ratings.correlation;

import org.jspecify.annotations.NullMarked;
