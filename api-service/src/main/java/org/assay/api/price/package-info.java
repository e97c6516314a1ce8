/** The latest reference prices, held in the process and answered from memory. */
@NullMarked
package org.assay.api.price;

import org.jspecify.annotations.NullMarked;
