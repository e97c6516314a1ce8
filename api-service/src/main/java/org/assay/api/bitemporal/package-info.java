/** Values with two times: what they are about, and when they were said; and answers as of a moment of the past. */
@NullMarked
package org.assay.api.bitemporal;

import org.jspecify.annotations.NullMarked;
