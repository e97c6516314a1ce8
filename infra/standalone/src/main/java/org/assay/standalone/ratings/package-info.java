/** The commands that train rating models, grade panels and judge grades. */
@NullMarked
package org.assay.standalone.ratings;

import org.jspecify.annotations.NullMarked;
