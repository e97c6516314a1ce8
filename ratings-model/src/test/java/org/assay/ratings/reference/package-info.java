/** Comparisons with the reference implementation of the evaluation protocol. */
@NullMarked
package org.assay.ratings.reference;

import org.jspecify.annotations.NullMarked;
