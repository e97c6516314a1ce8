/** The signals service: reference prices and candles on Kafka Streams, and the sinks that store them. */
@NullMarked
@Configuration
@Requires(property = "assay.signals.enabled", value = "true")
package org.assay.signals;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
