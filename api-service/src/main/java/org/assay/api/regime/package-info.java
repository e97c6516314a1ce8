/** The state of the whole market: regime, breadth, dominance, volatility. */
@NullMarked
package org.assay.api.regime;

import org.jspecify.annotations.NullMarked;
