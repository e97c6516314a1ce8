/** The whole way under load: does anything fall behind? */
@NullMarked
package org.assay.bench.load;

import org.jspecify.annotations.NullMarked;
