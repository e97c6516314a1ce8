/** Figures of samples of numbers: moments, quantiles, correlation. */
@NullMarked
package org.assay.ratings.statistics;

import org.jspecify.annotations.NullMarked;
