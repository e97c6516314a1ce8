/** The market as a whole: capitalisation, dominance, breadth and regime. */
@NullMarked
package org.assay.ratings.market;

import org.jspecify.annotations.NullMarked;
