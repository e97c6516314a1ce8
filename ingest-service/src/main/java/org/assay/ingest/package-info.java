/** The ingest service: venues in, Kafka out. */
@Configuration
@Requires(property = "assay.ingest.enabled", value = "true")
@NullMarked
package org.assay.ingest;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
