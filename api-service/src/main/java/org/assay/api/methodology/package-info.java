/** What is in force: formulas, thresholds, the models with their provenance, the rules of the indices. */
@NullMarked
package org.assay.api.methodology;

import org.jspecify.annotations.NullMarked;
