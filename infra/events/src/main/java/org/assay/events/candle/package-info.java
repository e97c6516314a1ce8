/** Candle intervals. */
@NullMarked
package org.assay.events.candle;

import org.jspecify.annotations.NullMarked;
