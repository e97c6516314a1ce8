/** Reading Postgres without blocking: statements of constant text with bound values. */
@NullMarked
package org.assay.api.sql;

import org.jspecify.annotations.NullMarked;
