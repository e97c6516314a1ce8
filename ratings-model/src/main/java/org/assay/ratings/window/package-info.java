/** Statistics over the last days of a series, fast and exact: the result depends on the window's values only. */
@NullMarked
package org.assay.ratings.window;

import org.jspecify.annotations.NullMarked;
