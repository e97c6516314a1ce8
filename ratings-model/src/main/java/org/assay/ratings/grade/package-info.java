/** Trader and Investor Grades: where a token's score stands among the day's tokens, and every number that led there. */
@NullMarked
package org.assay.ratings.grade;

import org.jspecify.annotations.NullMarked;
