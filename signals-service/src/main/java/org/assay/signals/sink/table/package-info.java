/** Which record becomes which row. */
@NullMarked
package org.assay.signals.sink.table;

import org.jspecify.annotations.NullMarked;
