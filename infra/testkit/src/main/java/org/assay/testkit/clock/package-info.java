/** Time that a test sets. */
@NullMarked
package org.assay.testkit.clock;

import org.jspecify.annotations.NullMarked;
