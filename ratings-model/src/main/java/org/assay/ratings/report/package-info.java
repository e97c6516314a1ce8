/** Judges grades by the whole protocol and writes what came out, as JSON and as a page. */
@NullMarked
package org.assay.ratings.report;

import org.jspecify.annotations.NullMarked;
