/** Bybit v5 spot: public stream and REST. */
@NullMarked
package org.assay.simulator.bybit;

import org.jspecify.annotations.NullMarked;
