/** Daily market data of many tokens as columns: what every number of this module is computed from. */
@NullMarked
package org.assay.ratings.panel;

import org.jspecify.annotations.NullMarked;
