/** How long grading takes. */
@NullMarked
package org.assay.bench.rating;

import org.jspecify.annotations.NullMarked;
