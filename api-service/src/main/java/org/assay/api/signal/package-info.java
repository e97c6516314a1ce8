/** Signals: long, none or short, the latest and their history. */
@NullMarked
package org.assay.api.signal;

import org.jspecify.annotations.NullMarked;
