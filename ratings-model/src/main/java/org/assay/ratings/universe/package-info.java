/** Which tokens are graded and judged on a day, known from the rows up to that day alone. */
@NullMarked
package org.assay.ratings.universe;

import org.jspecify.annotations.NullMarked;
