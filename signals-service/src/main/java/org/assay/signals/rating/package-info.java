/** Live ratings: what is computed, when, and how it is said. */
@NullMarked
package org.assay.signals.rating;

import org.jspecify.annotations.NullMarked;
