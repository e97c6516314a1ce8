/** Candles of tokens (USD, all venues) and of single markets (quote units). */
@NullMarked
package org.assay.api.candle;

import org.jspecify.annotations.NullMarked;
