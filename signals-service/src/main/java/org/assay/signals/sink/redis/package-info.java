/** The latest values, kept in Redis. */
@NullMarked
package org.assay.signals.sink.redis;

import org.jspecify.annotations.NullMarked;
