/** The compact binary form in which state stores hold their values. */
@NullMarked
package org.assay.signals.state;

import org.jspecify.annotations.NullMarked;
