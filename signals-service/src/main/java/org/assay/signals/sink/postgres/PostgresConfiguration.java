package org.assay.signals.sink.postgres;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/**
 * The Postgres database.
 *
 * @param password null where the server asks for none
 */
@ConfigurationProperties("assay.postgres")
public record PostgresConfiguration(
        @NotBlank @Bindable(defaultValue = "localhost") String host,

        @Min(1) @Max(65_535) @Bindable(defaultValue = "5432")
        int port,

        @NotBlank @Bindable(defaultValue = "assay") String database,
        @NotBlank @Bindable(defaultValue = "assay") String username,
        @Nullable String password) {}
