/** Faults on demand: what can go wrong between a venue and its reader. */
@NullMarked
package org.assay.simulator.fault;

import org.jspecify.annotations.NullMarked;
