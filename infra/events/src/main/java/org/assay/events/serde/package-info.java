/** Protobuf on Kafka. */
@NullMarked
package org.assay.events.serde;

import org.jspecify.annotations.NullMarked;
