/** The commands that train rating models and grade panels. */
@NullMarked
package org.assay.standalone.ratings;

import org.jspecify.annotations.NullMarked;
