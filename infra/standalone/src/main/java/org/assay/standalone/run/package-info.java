/** Starts the parts of an installation in order, watches them, and stops them in order. */
@NullMarked
package org.assay.standalone.run;

import org.jspecify.annotations.NullMarked;
