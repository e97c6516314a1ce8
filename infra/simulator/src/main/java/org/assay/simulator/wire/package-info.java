/** HTTP and WebSocket on loopback: what the venues' protocols have in common. */
@NullMarked
package org.assay.simulator.wire;

import org.jspecify.annotations.NullMarked;
