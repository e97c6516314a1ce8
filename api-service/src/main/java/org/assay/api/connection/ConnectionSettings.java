package org.assay.api.connection;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * What a client on a connection may take its time for.
 *
 * @param requestTimeout from a request's first byte to its last
 */
@ConfigurationProperties("assay.api.connection")
record ConnectionSettings(@Bindable(defaultValue = "15s") Duration requestTimeout) {}
