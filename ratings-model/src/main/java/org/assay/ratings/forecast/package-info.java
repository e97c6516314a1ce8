/** Quantiles of future returns, calibrated on past outcomes. */
@NullMarked
package org.assay.ratings.forecast;

import org.jspecify.annotations.NullMarked;
