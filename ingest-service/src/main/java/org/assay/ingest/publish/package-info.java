/** Market events to Kafka: keys, order, and what is known to be safe there. */
@NullMarked
package org.assay.ingest.publish;

import org.jspecify.annotations.NullMarked;
