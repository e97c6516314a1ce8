/** Reference prices in USD: decayed venue prices, quote conversion, outliers and the weighted mean. */
@NullMarked
package org.assay.signals.price;

import org.jspecify.annotations.NullMarked;
