package org.assay.api.key;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of api_key, as far as the check of a key needs it. */
@MappedEntity("api_key")
record ApiKeyRow(
        @Id UUID id, String name, String plan, @Nullable Instant revokedAt) {}
