/** The markets that the venues list, and what was last heard of each. */
@NullMarked
package org.assay.api.market;

import org.jspecify.annotations.NullMarked;
