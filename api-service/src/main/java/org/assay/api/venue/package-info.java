/** The venues and what state their streams are in. */
@NullMarked
package org.assay.api.venue;

import org.jspecify.annotations.NullMarked;
