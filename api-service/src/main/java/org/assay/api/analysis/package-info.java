/** What is computed of a single token beside its grades: quant figures, correlations, levels, forecasts. */
@NullMarked
package org.assay.api.analysis;

import org.jspecify.annotations.NullMarked;
