/** A hard kill under load, and what is left of the data. */
@NullMarked
package org.assay.bench.crash;

import org.jspecify.annotations.NullMarked;
