/** Topics into Postgres: batches, positions stored with the rows, and what happens when the database is away. */
@NullMarked
package org.assay.signals.sink.postgres;

import org.jspecify.annotations.NullMarked;
