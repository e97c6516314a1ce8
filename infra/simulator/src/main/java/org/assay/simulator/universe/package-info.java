/** Which markets exist, how their prices hang together and how busy each is. */
@NullMarked
package org.assay.simulator.universe;

import org.jspecify.annotations.NullMarked;
