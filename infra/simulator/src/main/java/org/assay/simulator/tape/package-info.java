/** The trades of a market: number, time, price, amount and side as pure functions of the trade's place. */
@NullMarked
package org.assay.simulator.tape;

import org.jspecify.annotations.NullMarked;
