/** Conventions of every list and GET: pages, signed cursors, entity tags. */
@NullMarked
package org.assay.api.list;

import org.jspecify.annotations.NullMarked;
