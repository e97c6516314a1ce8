/** The public door: REST resources behind API keys and rate limits. One package per feature. */
@Configuration
@Requires(property = "assay.api.enabled", value = "true")
@NullMarked
package org.assay.api;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
