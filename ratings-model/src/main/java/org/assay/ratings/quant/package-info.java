/** Return and risk figures of one token over fixed windows, each with its stated formula. */
@NullMarked
package org.assay.ratings.quant;

import org.jspecify.annotations.NullMarked;
