/** What is computed after each UTC day. */
@NullMarked
package org.assay.signals.rating.daily;

import org.jspecify.annotations.NullMarked;
