/** What is measured of a token on a day: each feature with its definition, source, unit, warm-up and the data it needs. */
@NullMarked
package org.assay.ratings.feature;

import org.jspecify.annotations.NullMarked;
