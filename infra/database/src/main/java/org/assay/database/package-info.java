/** The schema, as Flyway migrations under {@code db/migration}. */
@NullMarked
package org.assay.database;

import org.jspecify.annotations.NullMarked;
