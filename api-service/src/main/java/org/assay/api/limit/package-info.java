/** Quotas of keys, shared by all instances through Redis and leased in small lots. */
@NullMarked
package org.assay.api.limit;

import org.jspecify.annotations.NullMarked;
