/** What the simulator promises. */
@NullMarked
package org.assay.simulator;

import org.jspecify.annotations.NullMarked;
