/** What lies in Redis, for those who write it and those who read it. */
@NullMarked
package org.assay.events.redis;

import org.jspecify.annotations.NullMarked;
