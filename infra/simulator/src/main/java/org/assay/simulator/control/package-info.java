/** The control API: faults, the rate, and what was sent. */
@NullMarked
package org.assay.simulator.control;

import org.jspecify.annotations.NullMarked;
