/** How grades are judged: returns, scores, costs and intervals by the rules of docs/methodology/evaluation.md. */
@NullMarked
package org.assay.ratings.evaluation;

import org.jspecify.annotations.NullMarked;
