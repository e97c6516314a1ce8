/** Processor time of process trees. */
@NullMarked
package org.assay.bench.process;

import org.jspecify.annotations.NullMarked;
