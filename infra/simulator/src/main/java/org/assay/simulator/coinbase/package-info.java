/** Coinbase Exchange: the public feed and REST. */
@NullMarked
package org.assay.simulator.coinbase;

import org.jspecify.annotations.NullMarked;
