/** The token directory, loaded into Postgres. */
@NullMarked
package org.assay.signals.sink.directory;

import org.jspecify.annotations.NullMarked;
