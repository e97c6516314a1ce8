package org.assay.signals.sink.redis;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.NotBlank;

/**
 * The Redis server.
 *
 * @param uri {@code redis://[:password@]host:port[/database]}, {@code rediss} for TLS
 */
@ConfigurationProperties("assay.redis")
public record RedisConfiguration(
        @NotBlank @Bindable(defaultValue = "redis://localhost:6379")
        String uri) {}
