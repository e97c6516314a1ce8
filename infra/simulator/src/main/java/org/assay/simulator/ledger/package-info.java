/** Which trades were written to a socket. */
@NullMarked
package org.assay.simulator.ledger;

import org.jspecify.annotations.NullMarked;
