package org.assay.api.key;

import java.util.UUID;

/**
 * An issued key, without its secret.
 *
 * @param name what its holder calls it
 */
public record ApiKey(UUID id, String name, Plan plan) {}
