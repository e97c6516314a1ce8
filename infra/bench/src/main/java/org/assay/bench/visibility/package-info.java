/** From a trade to its price in the API. */
@NullMarked
package org.assay.bench.visibility;

import org.jspecify.annotations.NullMarked;
