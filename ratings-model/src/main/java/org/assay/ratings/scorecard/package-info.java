/** What past grades and signals earned, by stated rules and after costs. */
@NullMarked
package org.assay.ratings.scorecard;

import org.jspecify.annotations.NullMarked;
