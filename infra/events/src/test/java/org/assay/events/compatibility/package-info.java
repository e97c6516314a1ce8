/** Old records stay readable. */
@NullMarked
package org.assay.events.compatibility;

import org.jspecify.annotations.NullMarked;
