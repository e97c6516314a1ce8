/** The stream processor: takes in market events, keeps their state, and publishes candles and prices. */
@NullMarked
package org.assay.signals.market;

import org.jspecify.annotations.NullMarked;
