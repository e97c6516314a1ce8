/** The features and single-factor grades of the evaluation protocol: the bar that a model has to clear. */
@NullMarked
package org.assay.ratings.baseline;

import org.jspecify.annotations.NullMarked;
