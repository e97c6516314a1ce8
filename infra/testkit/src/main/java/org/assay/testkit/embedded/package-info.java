/** Postgres, Kafka and Redis run from this process, each in a folder of its own that survives a hard kill. */
@NullMarked
package org.assay.testkit.embedded;

import org.jspecify.annotations.NullMarked;
